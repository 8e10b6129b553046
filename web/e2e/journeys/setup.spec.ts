import { expectNoBarriers } from '../accessibility.ts';
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

test('deleting a field or an object says where it is used, and both go', async ({ page, app, api, name }) => {
  const [crate, mover, field] = [name('Crate'), name('Mover'), name('Cartons a day')];
  const [object, other] = [await api.makeObject(crate), await api.makeObject(mover)];
  await api.addField(object, { name: 'cartons', label: field, type: 'integer' });
  await api.addField(other, { name: 'crate', label: 'Carries', type: 'lookup', to: object });
  const view = name('Large');
  await api.saveView(object, { name: 'large', label: view, kind: 'table', columns: ['name', 'cartons'], filter: null });
  const setup = await (await app.openSetup()).openObject(object, crate);
  const dialog = await setup.deleteField(field);
  await expect(dialog.getByRole('listitem')).toHaveText([`List view ${view} of ${crate}`]);
  await dialog.getByRole('button', { name: 'Delete anyway' }).click();
  await expect(page.getByRole('status').filter({ hasText: `Field ${field} deleted` })).toBeVisible();
  await expect(setup.field(field)).toBeHidden();

  await page.getByRole('button', { name: `More about ${crate}` }).click();
  await page.getByRole('menuitem', { name: 'Delete object' }).click();
  const whole = page.getByRole('dialog', { name: `Delete ${crate}` });
  await expect(whole.getByRole('listitem')).toHaveText([`Relation Carries of ${mover}`]);
  await whole.getByRole('button', { name: 'Cancel' }).click();
  await api.removeField(other, 'crate_id');
  await page.getByRole('button', { name: `More about ${crate}` }).click();
  await page.getByRole('menuitem', { name: 'Delete object' }).click();
  await whole.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The object is deleted' })).toBeVisible();
});

test('a deleted field is brought back with its values, or says why not', async ({ page, app, api, name }) => {
  const [crate, field, made] = [name('Crate'), name('Cartons a day'), name('Full')];
  const object = await api.makeObject(crate);
  await api.addField(object, { name: 'cartons', label: field, type: 'integer' });
  const { id } = await api.create(object, { name: made, cartons: 12 });
  const setup = await (await app.openSetup()).openObject(object, crate);
  await (await setup.deleteField(field)).getByRole('button', { name: 'Delete', exact: true }).click();
  const deleted = page.getByRole('region', { name: 'Deleted fields' });
  await expect(deleted.getByRole('row', { name: field })).toContainText('cartons');
  await expect(setup.field(field)).toBeHidden();
  await expectNoBarriers(page);

  await setup.addField('Cartons', 'Whole number');
  await page.reload();
  await deleted.getByRole('button', { name: `Bring ${field} back` }).click();
  await expect(page.getByRole('status').filter({ hasText: `${field} stays deleted. The field "Cartons" has the name "cartons" now.` })).toBeVisible();
  await (await setup.deleteField('Cartons')).getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(deleted.getByRole('row')).toHaveCount(3);

  await page.setViewportSize({ width: 390, height: 844 });
  await deleted.getByRole('button', { name: `Bring ${field} back` }).click();
  await expect(page.getByRole('status').filter({ hasText: `Field ${field} is back.` })).toBeVisible();
  await expect(setup.field(field)).toContainText('Whole number');
  await expect(deleted.getByRole('row')).toHaveCount(2);
  expect((await api.read(object, id)).cartons).toBe(12);
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

test('deleted fields that cannot be asked for are not taken for none', async ({ page, app, api, name }) => {
  const label = name('Boat');
  const object = await api.makeObject(label);
  await page.route('**/deleted_fields', (route) => route.abort());
  await (await app.openSetup()).openObject(object, label);
  await expect(page.getByRole('region', { name: 'Deleted fields' }).getByRole('alert')).toBeVisible();
});
