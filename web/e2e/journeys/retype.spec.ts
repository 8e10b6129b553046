import { expectNoBarriers } from '../accessibility.ts';
import { expect, test } from '../test.ts';

test('a text becomes a number: what would be lost is shown before, others see it without a reload, and it comes back', async ({ page, context, app, api, name }) => {
  const label = name('Boat');
  const object = await api.makeObject(label);
  await api.addField(object, { name: 'size', label: 'Size', type: 'text' });
  const made = await Promise.all([api.create(object, { name: 'Cloud', size: '109.5' }), api.create(object, { name: 'Raft', size: 'tiny' })]);
  const raft = made[1].id;
  await api.saveView(object, { name: 'sized', label: 'Sized', kind: 'table', columns: ['name', 'size'] });
  const other = await context.newPage();
  await other.goto(`/o/${object}/${made[0].id}`);
  await expect(other.getByText('109.5')).toBeVisible();

  const setup = await (await app.openSetup()).openObject(object, label);
  const change = () => setup.field('Size').getByRole('button', { name: 'Change the type of Size' });
  await change().click();
  const dialog = page.getByRole('dialog', { name: 'Change the type of Size' });
  await expect(dialog.getByRole('button', { name: 'Change type' })).toBeDisabled();
  await dialog.getByLabel(/^New type/).selectOption({ label: 'Number' });
  await expect(dialog.getByRole('status')).toContainText('1 of 2 values convert; 1 would be lost.');
  await expect(dialog.getByRole('row', { name: /Raft/ })).toContainText('"tiny" is not a number');
  await expect(dialog.getByRole('row', { name: /Cloud/ })).toContainText('109.5');
  await dialog.getByText('Used in 1 place').click();
  await expect(dialog.getByRole('listitem')).toContainText('Sized');
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: 'Change type and lose 1 value' }).click();
  await expect(dialog.getByRole('status')).toContainText('Size is of type Number now. 1 converted, 1 lost.');
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(setup.field('Size')).toContainText('Number');
  await expect(other.getByText('109.50').or(other.getByText('109.5'))).toBeVisible();
  expect((await api.read(object, raft)).size).toBeNull();

  await change().click();
  await dialog.getByLabel(/^New type/).selectOption('undo');
  await expect(dialog.getByRole('status')).toContainText('All 2 values convert.');
  await dialog.getByRole('button', { name: 'Change type', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('Size is of type Text now. Nothing was lost.');
  expect((await api.read(object, raft)).size).toBe('tiny');
  await page.goto('/setup/area/audit');
  await page.getByRole('row', { name: new RegExp(`Type of a field changed ${label}`) }).first().getByRole('button').click();
  await expect(page.getByRole('dialog')).toContainText('Size is of type Text now.');
});

test('what was said of one type is not said of the next', async ({ page, app, api, name }) => {
  const label = name('Boat');
  const object = await api.makeObject(label);
  await api.addField(object, { name: 'size', label: 'Size', type: 'text' });
  await page.route('**/change_type', async (route) => {
    const { dry_run: asks } = route.request().postDataJSON() as { dry_run?: boolean };
    await (asks ? route.continue() : route.abort());
  });
  const setup = await (await app.openSetup()).openObject(object, label);
  await setup.field('Size').getByRole('button', { name: 'Change the type of Size' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the type of Size' });
  await dialog.getByLabel(/^New type/).selectOption({ label: 'Number' });
  await dialog.getByRole('button', { name: 'Change type' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel(/^New type/).selectOption({ label: 'Date' });
  await expect(dialog.getByRole('status')).toContainText('There are no values yet.');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
});

test('choices are made of what is there, and what needs the old type stands in the way', async ({ page, app, api, name }) => {
  const label = name('Boat');
  const object = await api.makeObject(label);
  await api.addField(object, { name: 'colour', label: 'Colour', type: 'text' });
  await api.createMany(object, ['Red', 'red', 'Blue'].map((colour, place) => ({ name: `Boat ${place}`, colour })));
  const setup = await (await app.openSetup()).openObject(object, label);
  await setup.field('Colour').getByRole('button', { name: 'Change the type of Colour' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the type of Colour' });
  await dialog.getByLabel(/^New type/).selectOption({ label: 'List' });
  await expect(dialog.getByRole('status')).toContainText('All 3 values convert.');
  await expect(dialog.getByRole('status')).toContainText('2 choices are added: Red, Blue');
  await dialog.getByRole('button', { name: 'Change type', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('Nothing was lost.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await api.addField(object, { name: 'loud', label: 'Loud', type: 'formula', result: 'checkbox', formula: 'colour = "Red"' });
  await setup.field('Colour').getByRole('button', { name: 'Change the type of Colour' }).click();
  await dialog.getByLabel(/^New type/).selectOption({ label: 'Date' });
  await expect(dialog.getByRole('alert').first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^Change type/ })).toBeDisabled();
});
