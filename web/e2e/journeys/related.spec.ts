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
  await list.getByRole('link', { name: 'All 1' }).click();
  await expect(page.getByRole('rowheader').getByRole('link')).toHaveText(['Abel']);
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
  await page.getByRole('button', { name: 'Search and filter the timeline' }).click();
  await page.getByLabel('By whom').selectOption({ index: 1 });
  await expect(page.getByRole('tabpanel')).toContainText('Second');
  await page.getByLabel('Until', { exact: true }).fill('2020-01-01');
  await expect(page.getByRole('heading', { name: 'Nothing fits' })).toBeVisible();
  await page.getByRole('button', { name: 'Search and filter the timeline' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('First');
});

test('older entries come when they are asked for, none twice, none left out', async ({ page, app, api, name }) => {
  const { id } = await api.create('account', { name: name('Long known') });
  const at = (hour: number) => new Date(Date.UTC(2024, 0, 1, hour)).toISOString();
  await api.createMany('call', Array.from({ length: 130 }, (_, hour) => ({ subject: `Call ${hour}`, related_to_id: id, started_at: at(hour) })));
  // One lies among the calls that are not here at once, one before all of them; what is done counts when it was done.
  for (const [subject, starts_at] of [['Met between', '2024-01-01T20:30:00Z'], ['Met before', '2023-12-01T10:00:00Z']]) await api.create('event', { subject, related_to_id: id, starts_at, ends_at: '2024-01-01T20:45:00Z' });
  const task = await api.create('task', { subject: 'Done lately', related_to_id: id, due_date: '2020-01-01' });
  await api.update('task', task.id, { status: 'completed' });
  await app.openRecord('account', id);
  const told = page.getByRole('tabpanel').getByRole('listitem').getByRole('link');
  await expect(told).toHaveCount(101);
  await expect(told.first()).toHaveText('Done lately');
  await expect(page.getByRole('button', { name: 'Calls 100+' })).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Show older' }).click();
  await expect(told).toHaveCount(133);
  const calls = Array.from({ length: 130 }, (_, index) => `Call ${129 - index}`);
  expect(await told.allInnerTexts()).toEqual(['Done lately', ...calls.slice(0, 109), 'Met between', ...calls.slice(109), 'Met before']);
  await expect(page.getByRole('button', { name: 'Show older' })).toHaveCount(0);
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
