import { expectNoBarriers } from '../accessibility.ts';
import { expect, test } from '../test.ts';

test('a related list is sorted and filtered in its place', async ({ page, app, api, name }) => {
  const { id } = await api.create('account', { name: name('Sorted') });
  for (const [last_name, title] of [['Abel', 'Buyer'], ['Baker', 'Engineer'], ['Cole', 'Engineer']]) await api.create('contact', { last_name, title, account_id: id });
  await app.openRecord('account', id);
  const list = page.getByRole('region', { name: 'Contacts' });
  await list.getByRole('button', { name: 'Sort and filter Contacts' }).click();
  await list.getByRole('combobox', { name: 'Sort by' }).selectOption({ label: 'Name' });
  await expect(list.getByRole('link').first()).toHaveText('Cole');
  await list.getByRole('button', { name: 'Descending' }).click();
  await expect(list.getByRole('link').first()).toHaveText('Abel');
  await list.getByRole('button', { name: 'Filter', exact: true }).click();
  const picker = page.getByRole('dialog', { name: 'Filter' });
  await picker.getByLabel('Find a field').fill('Job title');
  await picker.getByRole('button', { name: 'Job title', exact: true }).click();
  await page.getByLabel('Comparison').locator('xpath=../following-sibling::*[1]').getByRole('textbox').fill('Buyer');
  await page.keyboard.press('Escape');
  await expect(list.getByRole('link', { name: 'Baker' })).toHaveCount(0);
  await expect(list.getByRole('link', { name: 'Abel' })).toBeVisible();
});

test('what is there is linked, unlinked, and that is undone', async ({ page, app, api, name }) => {
  const surname = name('Linked');
  const { id } = await api.create('account', { name: name('Parent') });
  const contact = await api.create('contact', { last_name: surname });
  await app.openRecord('account', id);
  await page.getByRole('button', { name: 'Link existing: Contacts' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link existing: Contacts' });
  await dialog.getByLabel(/^Contact/).fill(surname);
  await page.getByRole('option', { name: surname }).first().click();
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  const list = page.getByRole('region', { name: 'Contacts' });
  await expect(list.getByRole('link', { name: surname })).toBeVisible();
  await expectNoBarriers(page);
  await list.getByRole('button', { name: `Unlink ${surname}` }).click();
  await expect(list.getByRole('link', { name: surname })).toHaveCount(0);
  await app.undo();
  await expect(list.getByRole('link', { name: surname })).toBeVisible();
  expect((await api.read('contact', contact.id)).account_id).toBe(id);
});

test('the timeline is narrowed down to a person and to days', async ({ page, app, api, name }) => {
  const { id } = await api.deal(name('Told'), 'Prospecting');
  for (const subject of ['First', 'Second']) await api.create('task', { subject: name(subject), related_to_id: id, due_date: '2030-05-05' });
  await app.openRecord('opportunity', id);
  await expect(page.getByRole('tabpanel')).toContainText('First');
  await page.getByLabel('By whom').selectOption({ index: 1 });
  await expect(page.getByRole('tabpanel')).toContainText('Second');
  await page.getByLabel('Until', { exact: true }).fill('2020-01-01');
  await expect(page.getByRole('heading', { name: 'Nothing fits' })).toBeVisible();
});

test('a link is copied, and what cannot be typed says why', async ({ page, app, api, name, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { id } = await api.create('contact', { last_name: name('Copied'), email: 'ada@copied.example' });
  await app.openRecord('contact', id);
  await page.getByRole('button', { name: 'Copy E-mail' }).first().click();
  await expect(app.toast).toContainText('ada@copied.example');
  await page.getByRole('button', { name: /is kept by Rapport and cannot be changed/ }).first().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tooltip')).toContainText('kept by Rapport');
});
