import { expectNoBarriers } from '../accessibility.ts';
import { expect, test } from '../test.ts';

test('the audit shows what was done, by whom and by which road, and undoes it', async ({ page, api, name }) => {
  const before = name('Audited');
  const after = name('Renamed');
  const { id } = await api.create('account', { name: before });
  await api.update('account', id, { name: after });
  await page.goto('/setup/area/audit');
  const row = page.getByRole('row').filter({ hasText: `Changed ${after}` });
  await expect(row).toContainText('In the app');
  await row.getByRole('button', { name: /^Show change/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Change / });
  await expect(dialog).toContainText(before);
  await dialog.getByRole('button', { name: 'Undo all of it' }).click();
  await expect(dialog).toContainText('Undone: 1');
  expect((await api.read('account', id)).name).toBe(before);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('row').filter({ hasText: `Changed ${before}` }).filter({ hasText: 'Undone' })).toBeVisible();
});

test('jobs are listed with what became of them', async ({ page, name }) => {
  await page.goto('/o/contact/import');
  await page.getByLabel('Choose a file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(`Last name\n${name('Job')}\n`) });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Imported', exact: true })).toBeVisible();
  await page.goto('/setup/area/jobs');
  await expect(page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Import' }) }).first()).toContainText('Done');
  await page.getByLabel('State').selectOption({ label: 'Cancelled' });
  await expect(page.getByRole('heading', { name: 'No jobs' })).toBeVisible();
});

test('a backup is made at once and tried, and the page says how it is brought back', async ({ page }) => {
  await page.goto('/setup/area/backups');
  await expect(page.getByText('The next one is made')).toBeVisible();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('table', { name: 'Backups' }).getByRole('row').nth(1)).toContainText('Verified', { timeout: 180_000 });
  await expect(page.getByText('rapport restore ')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back up now' })).toBeEnabled();
  await expectNoBarriers(page);
});
