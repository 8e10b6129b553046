import { expect, test } from '../test.ts';

test('an object made in the browser gets every screen at once', async ({ page, app, name }) => {
  const label = name('Boat');
  const object = await (await app.openSetup()).createObject(label);
  await object.addField('Length', 'Number');
  await object.addField('Rig', 'List', ['Sloop', 'Ketch']);
  await expect(object.field('Rig')).toContainText('List');

  await page.getByRole('link', { name: 'Open list' }).click();
  await page.getByRole('button', { name: label, exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: `New ${label}` });
  await dialog.getByLabel(/^Name/).fill('Vega');
  await dialog.getByLabel(/^Rig/).selectOption({ label: 'Ketch' });
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Vega' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Details' }).first()).toContainText('Ketch');
  await expect(page.getByRole('navigation', { name: 'Main' }).first()).toContainText(label);
});

test('deleting a field says where it is used', async ({ page, app, name }) => {
  const field = name('Cartons a day');
  const object = await (await app.openSetup()).openObject('account', 'Account');
  await object.addField(field, 'Whole number');
  const dialog = await object.deleteField(field);
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: `Field ${field} deleted` })).toBeVisible();
  await expect(object.field(field)).toBeHidden();
});

test('a stage is added to a pipeline', async ({ page, name }) => {
  const stage = name('Site visit');
  await page.goto('/setup/pipelines');
  await page.getByRole('button', { name: 'Stage', exact: true }).last().click();
  const dialog = page.getByRole('dialog', { name: 'New Stage' });
  await dialog.getByLabel(/^Name/).fill(stage);
  await dialog.getByLabel(/^Probability/).fill('40');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('table').last()).toContainText(stage);
});
