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

test('cards are found by their content, and the import is undone from the list of imports', async ({ page, api, name }) => {
  const mark = name('Card').replace(' ', '-');
  const cards = `BEGIN:VCARD\nVERSION:3.0\nN:${mark};Ada;;;\nEMAIL:${mark.toLowerCase()}@example.com\nTEL;TYPE=CELL:+44 7700 900123\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:Alan ${mark}\nEND:VCARD\n`;
  await page.goto('/o/contact/import');
  await page.getByLabel('Choose a file').setInputFiles({ name: `${mark}.txt`, mimeType: 'text/plain', buffer: Buffer.from(cards) });
  await expect(page.getByLabel('Field for Mobile')).toHaveValue('mobile');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Imported', exact: true })).toBeVisible();
  expect(await api.query(`SELECT id FROM contact WHERE last_name = '${mark}'`)).toHaveLength(2);

  await page.getByRole('link', { name: 'Imports' }).click();
  await page.getByRole('link', { name: `${mark}.txt` }).click();
  await page.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText(/^Undone: 2/)).toBeVisible();
  expect(await api.query(`SELECT id FROM contact WHERE last_name = '${mark}'`)).toHaveLength(0);
  await page.reload();
  await expect(page.getByText('This import was undone.')).toBeVisible();
});

test('a list goes out as a workbook and comes back in', async ({ page, app, api, name }) => {
  const mark = name('=1+1').replace(' ', '-');
  await api.create('account', { name: mark, phone: '+442071234567' });
  await app.openList('account');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Export as a workbook (XLSX)' }).click()]);
  const workbook = readFileSync(await download.path());
  expect(workbook.subarray(0, 2).toString()).toBe('PK');

  await page.goto('/o/account/import');
  await page.getByLabel('Choose a file').setInputFiles({ name: 'accounts.xlsx', mimeType: 'application/octet-stream', buffer: workbook });
  await page.getByLabel('A row is about the record with the same').selectOption('name');
  await page.getByRole('button', { name: 'Check without importing' }).click();
  await expect(page.getByRole('region', { name: 'Checked' })).toContainText('Nothing was kept');
});

test('a missing field and missing choices are made while mapping, and an unknown owner is another one', async ({ page, api, name }) => {
  const mark = name('Boat').replace(' ', '-');
  const label = name('Hull');
  const csv = `name,Industry,${label},Owner\n${mark},${mark} yards,12,gone@example.com\n`;
  await page.goto('/o/account/import');
  await page.getByLabel('Choose a file').setInputFiles({ name: 'boats.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Add 1 choice' }).click();
  await expect(page.getByText('Not among the choices')).toBeHidden();

  await page.getByLabel(`Field for ${label}`).selectOption({ label: 'New field …' });
  await page.getByRole('dialog').getByRole('button', { name: 'Add field' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByLabel(`Field for ${label}`)).toHaveValue(/^hull/);

  await page.getByLabel('When nobody is found for Owner').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Imported', exact: true })).toBeVisible();
  expect(await api.query(`SELECT id FROM account WHERE name = '${mark}'`)).toHaveLength(1);
});
