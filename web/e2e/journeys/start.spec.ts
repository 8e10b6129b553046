import { expectNoBarriers } from '../accessibility.ts';
import { expect, test } from '../test.ts';

test('sample data fills the board, and one press takes it away', async ({ page, api }) => {
  const samples = () => api.query("SELECT id FROM opportunity WHERE external_id LIKE 'sample-%'");
  await page.goto('/start');
  await page.getByRole('button', { name: 'Add sample data' }).click();
  await expect(page.getByRole('button', { name: 'Remove sample data' })).toBeEnabled();
  await expect(page.getByRole('alert')).toBeHidden();
  await expect.poll(async () => (await samples()).length).toBe(10);
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Remove sample data' }).click();
  await expect(page.getByRole('button', { name: 'Add sample data' })).toBeEnabled();
  expect(await samples()).toHaveLength(0);
});

test('help opens beside the page and fits it', async ({ page }) => {
  await page.goto('/o/contact/import');
  await page.getByRole('link', { name: 'Help' }).click();
  const help = page.getByRole('complementary', { name: 'Help' });
  await expect(help.getByRole('heading', { name: 'Importing files' })).toBeVisible();
  await expectNoBarriers(page);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});
