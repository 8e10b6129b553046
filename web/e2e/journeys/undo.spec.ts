import { only } from '../only.ts';
import { expect, test } from '../test.ts';

test('a lead becomes a contact at an account with an opportunity, and a lead again', async ({ page, app, api, name }) => {
  const company = name('Acme');
  const lead = await api.create('lead', { first_name: 'Jane', last_name: name('Doe'), company });
  await app.openRecord('lead', lead.id);
  await page.getByRole('button', { name: 'Convert', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Convert Jane/ });
  await expect(dialog.getByRole('region', { name: 'Account' }).getByRole('textbox')).toHaveValue(company);
  await dialog.getByRole('group', { name: 'Opportunity' }).getByRole('button', { name: 'New' }).click();
  await dialog.getByLabel(/^Close date/).fill('2027-03-31');
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click();
  await expect(page).toHaveURL(/\/o\/opportunity\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(company);
  const [contact] = await api.query(`SELECT id, account.name FROM contact WHERE last_name = '${String(lead.last_name)}'`);
  expect(contact).toMatchObject({ account: { name: company } });

  await app.undo();
  await expect(page).toHaveURL(new RegExp(`/o/lead/${lead.id}`));
  await expect(page.getByRole('button', { name: 'Convert', exact: true })).toBeVisible();
  await expect.poll(() => api.query(`SELECT id FROM account WHERE name = '${company}'`)).toHaveLength(0);
});

test('a lead joins the company that is there by its name', async ({ page, app, api, name }) => {
  const company = name('Umbrella');
  const account = await api.create('account', { name: company });
  const lead = await api.create('lead', { last_name: name('Roe'), company });
  await app.openRecord('lead', lead.id);
  await page.getByRole('button', { name: 'Convert', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Convert Roe/ });
  await expect(dialog.getByRole('group', { name: 'Account' }).getByRole('button', { name: 'Existing' })).toHaveAttribute('aria-pressed', 'true');
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click();
  await expect(page).toHaveURL(/\/o\/contact\//);
  expect((await api.read('lead', lead.id)).converted_account_id).toBe(account.id);
});

test('what others did since stays when a bulk edit is undone, and is told', async ({ app, api, name, page }) => {
  const mark = name('Kept');
  const deals = [await api.deal(`${mark} A`, 'Prospecting'), await api.deal(`${mark} B`, 'Prospecting')];
  const list = await app.openList('opportunity', only(mark));
  const bar = await list.select(`${mark} A`, `${mark} B`);
  await bar.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Field', { exact: true }).selectOption({ label: 'Next step' });
  await dialog.getByLabel('New value').fill('Call');
  await dialog.getByRole('button', { name: /^Change/ }).click();
  await expect(app.toast).toContainText('2');
  await api.update('opportunity', String(deals[0]?.id), { next_step: 'Visit' });
  await app.undo();
  await expect(app.toast).toContainText('Next step was changed later.');
  await expect.poll(async () => (await api.read('opportunity', String(deals[1]?.id))).next_step).toBeNull();
  expect((await api.read('opportunity', String(deals[0]?.id))).next_step).toBe('Visit');
});

test('an import is undone from its result; what was worked on since is told and can be undone, too', async ({ page, api, name }) => {
  const mark = name('Undone').replace(' ', '-');
  const csv = `First name,Last name\nAda,${mark}\nAlan,${mark}\n`;
  await page.goto('/o/contact/import');
  await page.getByLabel('Choose a file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const result = page.getByRole('region', { name: 'Imported', exact: true });
  await expect(result.getByRole('button', { name: 'Undo import' })).toBeVisible();
  const [ada] = await api.query(`SELECT id FROM contact WHERE last_name = '${mark}' AND first_name = 'Ada'`);
  await api.update('contact', String(ada?.id), { title: 'Countess' });
  await result.getByRole('button', { name: 'Undo import' }).click();
  // What stays is told before anything is undone.
  await expect(result.getByText(/can be undone\. One stays/)).toBeVisible();
  await expect(result.getByRole('link', { name: `Ada ${mark}` })).toBeVisible();
  expect(await api.query(`SELECT id FROM contact WHERE last_name = '${mark}'`)).toHaveLength(2);
  await result.getByRole('button', { name: 'Undo the others' }).click();
  await expect(result.getByRole('button', { name: 'Undo these, too' })).toBeVisible();
  expect(await api.query(`SELECT id FROM contact WHERE last_name = '${mark}'`)).toHaveLength(1);
  await result.getByRole('button', { name: 'Undo these, too' }).click();
  await expect.poll(() => api.query(`SELECT id FROM contact WHERE last_name = '${mark}'`)).toHaveLength(0);
});

test('a move on the record page is undone with all that followed from it', async ({ page, app, api, name }) => {
  const deal = await api.deal(name('Weighed'), 'Prospecting', { probability: 33 });
  await app.openRecord('opportunity', deal.id);
  await page.getByRole('button', { name: 'Qualification' }).click();
  await expect.poll(async () => (await api.read('opportunity', deal.id)).probability).toBe(25);
  await app.undo();
  await expect.poll(async () => (await api.read('opportunity', deal.id)).probability).toBe(33);
  expect(await api.read('opportunity', deal.id)).toMatchObject({ stage_id: deal.stage_id });
});

test('two records become one with what is chosen of each, and two again from the history', async ({ page, app, api, name }) => {
  const mark = name('Merged');
  const one = await api.create('account', { name: `${mark} A`, phone: '+12065550100', website: 'one.example' });
  const other = await api.create('account', { name: `${mark} B`, phone: '+12065550101' });
  const list = await app.openList('account', only(mark));
  await (await list.select(`${mark} A`, `${mark} B`)).getByRole('button', { name: 'Merge' }).click();
  const dialog = page.getByRole('dialog', { name: /^Merge 2/ });
  await dialog.getByRole('radio', { name: `Keep ${mark} A` }).check();
  await dialog.getByRole('radio', { name: `Phone: from ${mark} B` }).check();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(list.row(`${mark} B`)).toHaveCount(0);
  await expect(list.row(`${mark} A`)).toBeVisible();
  expect(await api.read('account', one.id)).toMatchObject({ phone: '+12065550101' });

  await app.openRecord('account', one.id);
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Un-merge' }).click();
  await expect.poll(async () => (await api.read('account', one.id)).phone).toBe('+12065550100');
  expect(await api.read('account', other.id)).toMatchObject({ name: `${mark} B` });
  await expect(page.getByRole('button', { name: 'Un-merge' })).toHaveCount(0);
});

test('a record says who may be the same, and is merged from there', async ({ page, app, api, name }) => {
  const surname = name('Twin').replace(' ', '-');
  const who = { first_name: 'Ada', last_name: surname, email: `${surname.toLowerCase()}@home.example` };
  const one = await api.create('contact', who);
  const other = await api.create('contact', { ...who, title: 'Countess' });
  await app.openRecord('contact', one.id);
  await page.getByRole('button', { name: 'Merge' }).click();
  const dialog = page.getByRole('dialog', { name: /^Merge 2/ });
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(app.toast).toContainText('Merged into');
  await expect.poll(async () => (await api.read('contact', one.id)).title).toBe('Countess');
  expect(await api.query(`SELECT id FROM contact WHERE id = '${other.id}'`)).toHaveLength(0);
});
