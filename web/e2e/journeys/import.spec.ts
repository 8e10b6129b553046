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

test('a list goes out as CSV in which nothing can be run, and comes back in as it was', async ({ page, app, api, name }) => {
  const formula = `=HYPERLINK("http://example.com","${name('Open me')}")`;
  const { id } = await api.create('account', { name: formula, phone: '+442071234567' });
  await app.openList('account');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Export as CSV' }).click()]);
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv).toContain(`"'${formula.replaceAll('"', '""')}"`);
  expect(csv).toContain(',+442071234567');
  expect(csv).not.toMatch(/(^|,)"?[=@]/m);

  await page.goto('/o/account/import');
  await page.getByLabel('Choose a file').setInputFiles({ name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByLabel('A row is about the record with the same').selectOption('name');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Imported', exact: true })).toBeVisible();
  expect(await api.query(`SELECT id, name FROM account WHERE name LIKE '=HYPERLINK%'`)).toEqual([expect.objectContaining({ id, name: formula })]);
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

test('a mapping is kept as a template, and fits another file on another device', async ({ someone, browser, baseURL, name }) => {
  const { page, last_name } = await someone('Importer');
  const template = name('Fair');
  const upload = async (on: typeof page, csv: string) => {
    await on.goto('/o/contact/import');
    await on.getByLabel('Choose a file').setInputFiles({ name: 'fair.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  };
  await upload(page, 'Who,Stand\nAda,12\n');
  await page.getByLabel('Field for Who').selectOption('last_name');
  await page.getByLabel('Field for Stand').selectOption('department');
  await page.getByRole('button', { name: 'Save as template' }).click();
  await page.getByLabel('Name of the template').fill(template);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Template', { exact: true }).locator('option:checked')).toHaveText(template);

  const context = await browser.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
  const email = `${last_name.toLowerCase().replaceAll(' ', '-')}@example.com`;
  await context.request.post('/api/v1/session', { data: { email, password: 'a first passphrase' } });
  const elsewhere = await context.newPage();
  await upload(elsewhere, 'Stand,Badge,WHO\n14,7,Alan\n');
  await elsewhere.getByLabel('Template', { exact: true }).selectOption({ label: template });
  await expect(elsewhere.getByLabel('Field for WHO')).toHaveValue('last_name');
  await expect(elsewhere.getByLabel('Field for Stand')).toHaveValue('department');
  await expect(elsewhere.getByLabel('Field for Badge')).toHaveValue('');
  await elsewhere.getByRole('button', { name: 'Delete template' }).click();
  await expect(elsewhere.getByLabel('Template', { exact: true })).toHaveCount(0);
  await context.close();
});
