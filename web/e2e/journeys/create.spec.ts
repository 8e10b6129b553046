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
