import { expect, test } from '../test.ts';

test.use({ serviceWorkers: 'allow' });

test('a record that was read can be read without a network', async ({ page, context, api, name }) => {
  const account = name('Ferry');
  const { id } = await api.create('account', { name: account });
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto(`/o/account/${id}`);
  await page.getByRole('heading', { level: 1, name: account }).waitFor();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: account })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'No network' })).toBeVisible();
  await context.setOffline(false);
  expect(await page.evaluate(() => caches.has('rapport-read'))).toBe(true);
});
