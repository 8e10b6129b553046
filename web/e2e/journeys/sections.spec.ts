import { expectNoBarriers } from '../accessibility.ts';
import { RecordPage } from '../pages/record-page.ts';
import { expect, test } from '../test.ts';

test('a section is shown for the records that it is for, as soon as they are', async ({ page, api, name }) => {
  const object = await api.makeObject(name('Boat'));
  await api.addField(object, { name: 'kind', label: 'Kind', type: 'picklist', options: [{ value: 'sail', label: 'Sail' }, { value: 'motor', label: 'Motor' }] });
  await api.addField(object, { name: 'masts', label: 'Masts', type: 'integer' });
  await api.addField(object, { name: 'berth', label: 'Berth', type: 'text', required: true });
  const { id } = await api.create(object, { name: 'Ada', kind: 'motor', berth: 'B 7' });

  await page.goto(`/setup/${object}?tab=layouts`);
  await page.getByRole('button', { name: 'Section', exact: true }).click();
  await page.getByLabel('Name of the section').fill('Sails');
  for (const field of ['Masts', 'Berth']) {
    await page.getByRole('button', { name: `Move ${field}`, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Sails' }).click();
  }
  await page.getByRole('button', { name: 'Show only when …' }).click();
  const editor = page.getByRole('dialog', { name: /Kind/ });
  await editor.getByLabel('Field', { exact: true }).selectOption({ label: 'Kind' });
  await editor.getByRole('checkbox', { name: 'Sail' }).check({ force: true });
  await expectNoBarriers(page);
  await page.keyboard.press('Escape');
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await expect(preview).toContainText('Not shown on this record');
  await expect(preview).not.toContainText('B 7');
  await page.getByRole('button', { name: 'Save layout' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Layout saved' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('region', { name: 'Sails' })).toContainText(/Shown when.*Kind.*Sail/);

  await page.goto(`/o/${object}/${id}`);
  const record = await new RecordPage(page).ready();
  const section = page.getByRole('heading', { name: 'Sails' });
  await expect(record.value('Kind')).toContainText('Motor');
  await expect(section).toBeHidden();
  await (await record.edit('Kind')).selectOption({ label: 'Sail' });
  await expect(section).toBeVisible();
  const masts = await record.edit('Masts');
  await masts.fill('2');
  await masts.press('Enter');
  await expect(record.value('Masts')).toContainText('2');
  await (await record.edit('Kind')).selectOption({ label: 'Motor' });
  await expect(section).toBeHidden();
  await expect.poll(async () => (await api.read(object, id)).kind).toBe('motor');
  expect((await api.read(object, id)).masts).toBe(2);

  // What has to be filled in is asked for, whatever its section is for.
  await page.goto(`/o/${object}?create=${object}`);
  const form = page.getByRole('dialog');
  const full = form.getByRole('button', { name: 'Open full form' });
  if (await full.isVisible()) await full.click();
  await expect(form.getByLabel(/^Berth/)).toBeVisible();
  await expect(form.getByLabel(/^Masts/)).toBeHidden();
  await form.getByLabel(/^Kind/).selectOption({ label: 'Sail' });
  await form.getByLabel(/^Masts/).fill('3');
  await form.getByLabel(/^Kind/).selectOption({ label: 'Motor' });
  await expect(form.getByLabel(/^Masts/)).toBeHidden();
  await expect(form.getByLabel(/^Berth/)).toBeVisible();
});
