import { expectNoBarriers } from '../accessibility.ts';
import { expect, test } from '../test.ts';

test('a field is put into a layout by keyboard and by menu, and the preview follows', async ({ page, app, name }) => {
  const object = await (await app.openSetup()).createObject(name('Boat'));
  await object.addField('Length', 'Number');
  await object.addField('Sail area', 'Number');
  await page.getByRole('tab', { name: 'Layouts' }).click();
  await page.getByRole('button', { name: 'Section' }).click();
  const rest = page.getByRole('region', { name: 'Not in this layout' });
  const section = page.getByRole('region', { name: 'Section', exact: true }).last();
  for (const field of ['Length', 'Sail area']) {
    if (await rest.getByRole('button', { name: `Move ${field}`, exact: true }).count()) {
      await rest.getByRole('button', { name: `Move ${field}`, exact: true }).click();
      await page.getByRole('menuitem', { name: 'Section' }).last().click();
    }
  }
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Save layout' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Layout saved' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('complementary', { name: 'Preview' })).toContainText('Sail area');
  await expect(section.or(page.getByRole('list').filter({ hasText: 'Length' })).first()).toBeVisible();
});

test('a rule is read while it is typed, and then refuses', async ({ page, api, app, name }) => {
  const label = name('Crate');
  const object = await (await app.openSetup()).createObject(label);
  await object.addField('Weight', 'Whole number');
  await page.getByRole('tab', { name: 'Rules' }).click();
  await page.getByRole('button', { name: 'Rule', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `New rule of ${label}` });
  await dialog.getByLabel(/^Refused when/).fill('wieght < 0');
  await expect(dialog.getByRole('alert')).toContainText('weight');
  await dialog.getByLabel(/^Refused when/).fill('weight < 0');
  await expect(dialog.getByRole('status')).toContainText('It uses weight');
  await dialog.getByLabel(/^Message/).fill('A crate weighs something.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('table', { name: 'Rules' })).toContainText('weight < 0');
  const made = label.toLowerCase().replace(' ', '_');
  await expect(api.create(made, { name: 'Light', weight: -1 })).rejects.toThrow('A crate weighs something.');
});
