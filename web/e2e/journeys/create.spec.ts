import { CreateDialog } from '../pages/create-dialog.ts';
import { expect, test } from '../test.ts';

test('"c" opens the form, what is missing is told at its field, and the new record opens', async ({ page, app, name }) => {
  await app.openList('contact');
  await page.keyboard.press('c');
  const dialog = await new CreateDialog(page).ready();
  await dialog.field('First name').fill('Ada');
  await dialog.submit();
  await expect(dialog.dialog.getByRole('alert')).toBeVisible();
  const surname = name('Lovelace');
  await dialog.field('Last name').fill(surname);
  const record = await dialog.create();
  await expect(record.title).toHaveText(`Ada ${surname}`);
});

test('a company that is not there yet is made from within the form', async ({ app, api, name }) => {
  const [surname, company] = [name('Turing'), name('Bletchley')];
  const dialog = await app.openCreate('contact');
  await dialog.field('Last name').fill(surname);
  await dialog.choose('Account', company, /^Create/);
  const record = await dialog.create();
  await expect(record.value('Account')).toContainText(company);
  expect(await api.query(`SELECT id FROM account WHERE name = '${company}'`)).toHaveLength(1);
});

test('the company of a mail address that nobody has made yet is made from the hint, with its domain', async ({ app, api, name }) => {
  const [surname, label] = [name('Hopper'), name('Cobol').toLowerCase().replace(' ', '')];
  const dialog = await app.openCreate('contact');
  await dialog.field('Last name').fill(surname);
  await dialog.field('E-mail').fill(`grace@${label}.example`);
  await dialog.dialog.getByRole('button', { name: new RegExp(`Create Account “${label}”`, 'i') }).click();
  await expect(dialog.field('Account')).toHaveValue(new RegExp(label, 'i'));
  const record = await dialog.create();
  await expect(record.title).toHaveText(surname);
  expect(await api.query(`SELECT id FROM contact WHERE last_name = '${surname}' AND account.domain = '${label}.example'`)).toHaveLength(1);
  // An address that anybody can have is of no company.
  const other = await app.openCreate('contact');
  await other.field('E-mail').fill('grace@gmail.com');
  await other.field('Last name').fill(name('Free'));
  await expect(other.dialog.getByRole('button', { name: /^Create Account/ })).toBeHidden();
});

test('a reference offers what was opened last before anything is typed', async ({ page, app, api, name }) => {
  const company = name('Opened');
  const { id } = await api.create('account', { name: company });
  for (let index = 0; index < 9; index += 1) await api.create('account', { name: name(`Newer ${index}`) });
  await app.openRecord('account', id);
  await expect.poll(async () => (await page.request.get('/api/v1/personal')).text()).toContain(id);
  const dialog = await app.openCreate('contact');
  await dialog.field('Account').focus();
  await expect(page.getByRole('option').first()).toHaveText(new RegExp(`^${company}|${company}$`));
});

test('a press beside the form does not lose what was typed', async ({ page, app }) => {
  const dialog = await app.openCreate('contact');
  await page.mouse.click(20, 400);
  await expect(dialog.dialog).toBeHidden();
  await page.keyboard.press('c');
  await dialog.field('Last name').fill('Lovelace');
  await page.mouse.click(20, 400);
  await expect(dialog.field('Last name')).toHaveValue('Lovelace');
  await page.keyboard.press('Escape');
  await expect(dialog.dialog).toBeHidden();
});

test('adding from a related list keeps the link', async ({ page, app, api, name }) => {
  const company = name('Parent');
  const { id } = await api.create('account', { name: company });
  await app.openRecord('account', id);
  await page.getByRole('button', { name: 'Add Contact' }).click();
  const dialog = await new CreateDialog(page).ready();
  const surname = name('Child');
  await dialog.field('Last name').fill(surname);
  await dialog.submit();
  await expect(page.getByRole('region', { name: 'Contacts' }).getByRole('link', { name: surname })).toBeVisible();
});

test('a pasted signature is taken apart, and each part is taken or left', async ({ app, api, name }) => {
  const company = name('Engines');
  await api.create('account', { name: company });
  const surname = name('Lovelace').replace(/\d/g, 'x').replace(' ', '');
  const dialog = await app.openCreate('contact');
  await dialog.dialog.getByRole('button', { name: 'Paste a signature or card' }).click();
  await dialog.field('Signature of a mail, vCard or profile').fill(`Best regards\nAda ${surname}\nHead of Sales at ${company}\nM: +44 7700 900123\nada@engines.example\nwww.engines.example`);
  await dialog.dialog.getByLabel(/^E-mail: ada/).uncheck();
  await expect(dialog.dialog.getByLabel(`Account: ${company}`)).toBeChecked();
  await dialog.dialog.getByRole('button', { name: 'Fill in what is ticked' }).click();
  await expect(dialog.field('Job title')).toHaveValue('Head of Sales');
  await expect(dialog.field('E-mail')).toHaveValue('');
  const record = await dialog.create();
  await expect(record.title).toHaveText(`Ada ${surname}`);
  expect(await api.query(`SELECT id FROM contact WHERE last_name = '${surname}' AND account.name = '${company}' AND mobile = '+447700900123'`)).toHaveLength(1);
});
