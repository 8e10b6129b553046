import { readFileSync } from 'node:fs';
import { expect, test } from '../test.ts';

test('a file is mapped by its column names, checked, imported, and what failed is taken home', async ({ page, api, name }) => {
  const mark = name('Imported').replace(' ', '-');
  const csv = `Given Name,Surname,E-Mail,Shoe size\nAda,${mark},ada@example.com,38\nAlan,${mark},not an address,43\n`;
  await page.goto('/o/contact/import');
  await page.getByLabel('Choose a file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByLabel('Field for Surname')).toHaveValue('last_name');
  await expect(page.getByLabel('Field for Shoe size')).toHaveValue('');

  await page.getByRole('button', { name: 'Check without importing' }).click();
  await expect(page.getByRole('region', { name: 'Checked' })).toContainText('Nothing was kept');
  expect(await api.query(`SELECT id FROM contact WHERE last_name = '${mark}'`)).toHaveLength(0);

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const result = page.getByRole('region', { name: 'Imported', exact: true });
  await expect(result.getByRole('button', { name: 'Download failed rows' })).toBeVisible();
  expect(await api.query(`SELECT id FROM contact WHERE last_name = '${mark}'`)).toHaveLength(1);
  const [download] = await Promise.all([page.waitForEvent('download'), result.getByRole('button', { name: 'Download failed rows' }).click()]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('not an address');
});
