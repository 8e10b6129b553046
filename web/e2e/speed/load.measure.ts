import { expect, test } from '../test.ts';
import { tell } from './measured.ts';
import { openHome } from './walk.ts';

test('first load', async ({ page }) => {
  await openHome(page);
  await page.waitForLoadState('networkidle');
  const bytes = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) => name.endsWith('.js')).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
  expect(bytes).toBeGreaterThan(0);
  tell({ what: 'JavaScript of the first page, compressed', value: bytes / 1024, goal: 250, unit: 'KB' });
});
