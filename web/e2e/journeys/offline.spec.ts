import { expect, test } from '../test.ts';

test.use({ serviceWorkers: 'allow' });

test('help that was opened can be read without a network, in the language and with its other topics', async ({ page, context }) => {
  await page.addInitScript(() => localStorage.setItem('rapport.preferences', JSON.stringify({ language: 'de' })));
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto('/?help=');
  const help = page.getByRole('complementary', { name: 'Hilfe' });
  await help.getByRole('heading', { name: 'Mit Rapport arbeiten' }).waitFor();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.goto('/?help=import');
  await expect(help.getByRole('heading', { name: 'Dateien importieren' })).toBeVisible();
  await context.setOffline(false);
});

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
