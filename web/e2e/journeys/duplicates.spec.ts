import { expectNoBarriers } from '../accessibility.ts';
import type { Api, Made } from '../api.ts';
import { expect, test } from '../test.ts';

/** Two contacts that are likely the same, and listed so. */
async function twins(api: Api, surname: string): Promise<[Made, Made]> {
  const both = await api.twins(surname);
  await expect.poll(() => api.findDuplicates('contact', both[0].id)).toBe(1);
  return both;
}

const mailOf = (surname: string) => `${surname.toLowerCase().replace(' ', '.')}@home.example`;

test('a form says who is there already and why, among leads, too', async ({ app, api, name }) => {
  const surname = name('Typed');
  await api.create('contact', { first_name: 'Ada', last_name: surname, email: mailOf(surname) });
  await api.create('lead', { first_name: 'Augusta', last_name: name('Lead'), company: name('Engines'), email: mailOf(surname) });
  const form = await app.openCreate('contact');
  await form.field('First name').fill('Ada');
  await form.field('Last name').fill(surname);
  await form.field('E-mail').fill(mailOf(surname));
  await expect(form.dialog.getByRole('listitem').filter({ hasText: `Ada ${surname}` })).toContainText('100% · same e-mail address · same name');
  await expect(form.dialog.getByRole('listitem').filter({ hasText: 'Augusta' })).toContainText(/Lead · \d+% · same e-mail address/);
});

test('a lead that one was about to write down as a contact becomes it, with what was typed', async ({ page, app, api, name }) => {
  const surname = name('Known');
  const lead = await api.create('lead', { first_name: 'Ada', last_name: surname, email: mailOf(surname), phone: '+12065550147' });
  await api.create('task', { subject: name('Call'), related_to_id: lead.id });
  const form = await app.openCreate('contact');
  await form.field('First name').fill('Ada');
  await form.field('Last name').fill(surname);
  await form.field('E-mail').fill(mailOf(surname));
  await form.field('Job title').fill('Countess');
  await form.dialog.getByRole('button', { name: `Convert Ada ${surname}` }).click();
  const dialog = page.getByRole('dialog', { name: `Convert Ada ${surname}` });
  await expect(dialog).toContainText('With what was typed');
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click();
  await expect(page).toHaveURL(/\/o\/contact\//);
  const [made] = await api.query(`SELECT id, title, phone FROM contact WHERE email = '${mailOf(surname)}'`);
  expect(made).toMatchObject({ title: 'Countess', phone: '+12065550147' });
  expect(await api.read('lead', lead.id)).toMatchObject({ is_converted: true, converted_contact_id: made?.id });
  expect(await api.query(`SELECT id FROM task WHERE related_to_id = '${made?.id}'`)).toHaveLength(1);
  await app.undo();
  await expect.poll(async () => (await api.read('lead', lead.id)).is_converted).toBe(false);
  expect(await api.query(`SELECT id FROM contact WHERE email = '${mailOf(surname)}'`)).toHaveLength(0);
});

test('two that are the same are merged from the list of likely duplicates', async ({ page, app, api, name }) => {
  const surname = name('Merged');
  const [one, other] = await twins(api, surname);
  await app.openList('contact');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Likely duplicates' }).click();
  const pair = page.getByRole('list', { name: 'Likely duplicates' }).getByRole('listitem').filter({ hasText: surname });
  await expect(pair.getByRole('link')).toHaveCount(2);
  await expect(pair).toContainText('same e-mail address');
  await expect(pair).toContainText(mailOf(surname));
  await expectNoBarriers(page);
  await pair.getByRole('button', { name: /^Merge…/ }).click();
  await page.getByRole('dialog', { name: /^Merge 2/ }).getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(app.toast).toContainText('Merged into');
  await expect(pair).toHaveCount(0);
  await expect.poll(async () => (await api.read('contact', one.id)).title).toBe('Countess');
  expect(await api.query(`SELECT id FROM contact WHERE id = '${other.id}'`)).toHaveLength(0);
});

test('two that are different leave the list, and come back when that is undone', async ({ page, app, api, name }) => {
  const surname = name('Apart');
  await twins(api, surname);
  await app.open();
  const palette = await app.openPalette();
  await palette.find('Likely duplicates');
  await palette.entry('Likely duplicates: Contacts').click();
  const pair = page.getByRole('list', { name: 'Likely duplicates' }).getByRole('listitem').filter({ hasText: surname });
  await pair.getByRole('button', { name: 'These are different' }).click();
  await expect(app.toast).toContainText('no longer listed');
  await expect(pair).toHaveCount(0);
  await app.undo();
  await expect(pair).toBeVisible();
});

test('who was told apart has a place of their own, from which that is taken back', async ({ page, api, name }) => {
  const surname = name('Back');
  const both = await twins(api, surname);
  await api.tellApart('contact', both.map(({ id }) => id));
  await page.goto('/o/contact/duplicates');
  await page.getByRole('button', { name: 'Told apart' }).click();
  const pair = page.getByRole('list', { name: 'Likely duplicates' }).getByRole('listitem').filter({ hasText: surname });
  await pair.getByRole('button', { name: 'May be the same after all' }).click();
  await expect(pair).toHaveCount(0);
  await page.getByRole('button', { name: 'Likely the same' }).click();
  await expect(pair).toBeVisible();
});

test('what is typed is merged into the record that is there, or made all the same', async ({ page, app, api, name }) => {
  const surname = name('Twice');
  const { id } = await api.create('contact', { first_name: 'Ada', last_name: surname, email: mailOf(surname) });
  const form = await app.openCreate('contact');
  await form.field('First name').fill('Augusta');
  await form.field('Last name').fill(surname);
  await form.field('E-mail').fill(mailOf(surname));
  await form.submit();
  await expect(form.dialog).toContainText('Nothing was created yet');
  await form.dialog.getByRole('button', { name: `Merge into Ada ${surname}` }).click();
  const merge = page.getByRole('dialog', { name: `Merge into Ada ${surname}` });
  await merge.getByRole('radio', { name: 'First name: from What was typed' }).check();
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Augusta ${surname}` })).toBeVisible();
  expect(await api.query(`SELECT id FROM contact WHERE last_name = '${surname}'`)).toEqual([{ id }]);

  const again = await app.openCreate('lead');
  await again.field('Last name').fill(surname);
  await again.field('Company').fill(name('Engines'));
  await again.field('E-mail').fill(mailOf(surname));
  await again.submit();
  await expect(again.dialog).toContainText('Nothing was created yet');
  await again.dialog.getByRole('button', { name: 'Create anyway' }).click();
  await expect(page.getByRole('heading', { level: 1, name: surname })).toBeVisible();
});
