import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';

const screens = {
  today: '/',
  list: '/o/contact',
  filtered: '/o/opportunity?view=open',
  board: '/o/opportunity/board',
  create: '/o/contact?create=contact',
  import: '/o/contact/import',
  setup: '/setup',
  object: '/setup/opportunity',
  pipelines: '/setup/pipelines',
};

async function seriousFindings(page: Page): Promise<string[]> {
  // Colours fade in with the rows that they belong to: look when nothing moves any more.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))));
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.any.map((check) => check.message).join(' ').slice(0, 200)}`));
}

async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
}

for (const theme of ['light', 'dark'] as const) {
  for (const [screen, path] of Object.entries(screens)) {
    test(`${screen} has no serious finding, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(path);
      await settled(page);
      expect(await seriousFindings(page)).toEqual([]);
    });
  }

  test(`a record has no serious finding, ${theme}`, async ({ page, app, api }) => {
    await page.emulateMedia({ colorScheme: theme });
    const [deal] = await api.query('SELECT id FROM opportunity WHERE is_closed = false ORDER BY close_date LIMIT 1');
    const record = await app.openRecord('opportunity', String(deal?.id));
    await settled(page);
    expect(await seriousFindings(page)).toEqual([]);
    await record.edit('Competitor');
    expect(await seriousFindings(page)).toEqual([]);
  });
}

test('the sign-in page has no serious finding', async ({ page, context }) => {
  await context.clearCookies();
  await page.goto('/login');
  await settled(page);
  expect(await seriousFindings(page)).toEqual([]);
});

test('the palette and the menus have no serious finding', async ({ page, app }) => {
  const palette = await (await app.open()).openPalette();
  await palette.find('an');
  await settled(page);
  expect(await seriousFindings(page)).toEqual([]);
});

test.describe('on a phone, from right to left', () => {
  test.use({ viewport: { width: 390, height: 844 }, locale: 'ar' });
  for (const screen of ['today', 'list', 'board'] as const) {
    test(`${screen} has no serious finding`, async ({ page }) => {
      await page.goto(screens[screen]);
      await settled(page);
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      expect(await seriousFindings(page)).toEqual([]);
    });
  }
});
