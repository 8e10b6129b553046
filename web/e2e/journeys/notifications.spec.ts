import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';

/** Goes there, and waits until the page hears what changes. */
async function opened(page: Page, path = '/'): Promise<Page> {
  const listening = page.waitForResponse((response) => response.url().includes('/events'));
  await page.goto(path);
  await listening;
  return page;
}

const bell = (page: Page) => page.getByRole('button', { name: /^Notifications/ });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Notifications' });

test('a record that somebody gives me lights the bell on every page, leads there, and is read then', async ({ api, someone, name }) => {
  const ben = await someone('Ben', { administrator: true });
  const [page, other] = [await opened(ben.page), await opened(await ben.page.context().newPage(), '/o/contact')];
  await expect(bell(page)).toHaveAccessibleName('Notifications');
  const shown = name('Given');
  await api.create('account', { name: shown, owner_id: ben.id });
  for (const each of [page, other]) await expect(bell(each)).toHaveAccessibleName('Notifications, 1 unread');
  await expect(page.getByRole('status').filter({ hasText: 'Notifications, 1 unread' })).toBeAttached();

  await bell(page).click();
  const today = panel(page).getByRole('region', { name: 'Today' });
  await expect(today.getByRole('listitem')).toContainText(/Assigned to you by .+/);
  await today.getByRole('link', { name: shown }).click();
  await expect(page).toHaveURL(/\/o\/account\/\w{18}/);
  await expect(panel(page)).toBeHidden();
  for (const each of [page, other]) await expect(bell(each)).toHaveAccessibleName('Notifications');
});

test('many at once are one notification, which leads to the list of them', async ({ api, someone, name }) => {
  const ben = await someone('Ben', { administrator: true });
  const page = await opened(ben.page);
  const mark = name('Of many');
  await api.createMany('lead', Array.from({ length: 12 }, (_, index) => ({ last_name: `${mark} ${index}`, company: 'Mills', owner_id: ben.id })));
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');
  await bell(page).click();
  await panel(page).getByRole('link', { name: '12 Leads' }).click();
  await expect(page.getByRole('rowheader', { name: mark })).toHaveCount(12);
});

test('what was told is marked, put off and brought back by keyboard', async ({ api, someone, name }) => {
  const ben = await someone('Ben', { administrator: true });
  const page = await opened(ben.page);
  const shown = name('Put off');
  const { id } = await api.create('opportunity', { name: shown, close_date: '2027-03-31' });
  await api.create('record_share', { record_id: id, grantee_id: ben.id });
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await expect(panel(page)).toContainText('Shared with you');

  await page.getByRole('button', { name: `Mark as read: ${shown}` }).press('Enter');
  await expect(bell(page)).toHaveAccessibleName('Notifications');
  await page.getByRole('button', { name: `Mark as unread: ${shown}` }).press('Enter');
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');
  await page.getByRole('button', { name: 'Mark all as read' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Mark all as read' })).toBeDisabled();

  await page.getByRole('button', { name: `Put off: ${shown}` }).press('Enter');
  await page.getByRole('menuitem', { name: /^Tomorrow/ }).press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'Nothing to tell you' })).toBeVisible();
  await panel(page).getByRole('button', { name: 'Put off', exact: true }).press('Enter');
  await expect(panel(page)).toContainText('Comes back');
  await page.getByRole('button', { name: `Bring back now: ${shown}` }).press('Enter');
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await bell(page).press('Enter');
  await panel(page).getByRole('link', { name: shown }).waitFor();
  await page.keyboard.press('Escape');
  await expect(bell(page)).toBeFocused();
});

test('what is switched off is not told', async ({ api, someone, name }) => {
  const ben = await someone('Ben', { administrator: true });
  const page = await opened(ben.page);
  await bell(page).click();
  await panel(page).getByRole('button', { name: 'What you are told of' }).click();
  const given = page.getByRole('checkbox', { name: 'Records that others give you' });
  await expect(given).toBeChecked();
  const saved = page.waitForResponse((response) => response.url().endsWith('/notifications/settings') && response.request().method() === 'PATCH');
  await given.click({ force: true });
  await saved;
  await page.reload();
  await expect(given).not.toBeChecked();
  const { id } = await api.create('account', { name: name('Silent'), owner_id: ben.id });
  await api.create('account_team_member', { account_id: id, user_id: ben.id, account_access: 'read' });
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');
  await bell(page).click();
  await expect(panel(page).getByRole('listitem')).toHaveCount(1);
  await expect(panel(page)).toContainText('added you to the team');
});

test('an import that has ended is told, and leads to its report', async ({ someone, name }) => {
  const ben = await someone('Ben', { administrator: true });
  const page = await opened(ben.page, '/o/contact');
  const { csrf_token } = (await (await page.request.get('/api/v1/me')).json()) as { csrf_token: string };
  await page.request.post('/api/v1/imports', { data: { object: 'contact', csv: `Last name\n${name('Filed')}\n` }, headers: { 'X-CSRF-Token': csrf_token } });
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');
  await bell(page).click();
  await panel(page).getByRole('link', { name: 'Import: done' }).click();
  await expect(page).toHaveURL(/\/imports\/\d+/);
});

test('when they cannot be loaded, it says so and tries again', async ({ page, app }) => {
  await app.openList('contact');
  await page.route('**/api/v1/notifications?*', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ title: 'Unavailable', status: 503, code: 'unavailable', detail: 'Away.' }) }));
  await bell(page).click();
  await expect(panel(page).getByRole('alert')).toContainText('Your notifications could not be loaded', { timeout: 15_000 });
  await page.unroute('**/api/v1/notifications?*');
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await expect(panel(page).getByRole('alert')).toBeHidden();
});

test('who is mentioned in a note is told, by whatever name; who may not see it is not, and the writer learns so', async ({ page, app, api, someone, name }) => {
  const [ben, cleo] = [await someone('Ben', { administrator: true }), await someone('Cleo')];
  const { id } = await api.deal(name('Talked about'), 'Prospecting');
  for (const each of [ben, cleo]) await opened(each.page);
  await app.openRecord('opportunity', id);
  const composer = page.getByRole('form', { name: 'Write down' });
  await composer.getByRole('tab', { name: 'Note' }).click();
  await composer.getByRole('textbox', { name: 'Note' }).click();
  await page.keyboard.type(`Ask @${cleo.last_name}`);
  await expect(page.getByRole('option', { name: cleo.last_name })).toContainText('may not see this');
  await page.keyboard.press('Enter');
  await expect(composer.getByText(`${cleo.last_name} may not see this record`)).toBeVisible();
  await page.keyboard.type(`or @${ben.last_name}`);
  await page.getByRole('option', { name: ben.last_name }).click();
  await page.keyboard.press('Control+Enter');

  await expect(bell(ben.page)).toHaveAccessibleName('Notifications, 1 unread');
  const renamed = name('Benjamin');
  await api.update('user', ben.id, { last_name: renamed });
  await page.reload();
  await app.openRecord('opportunity', id);
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(page.getByText(`@${renamed}`, { exact: true })).toBeVisible();

  await bell(ben.page).click();
  await expect(panel(ben.page)).toContainText('mentioned you');
  await panel(ben.page).getByRole('link').click();
  await expect(ben.page).toHaveURL(/\/o\/note\/\w{18}/);
  await expect(bell(cleo.page)).toHaveAccessibleName('Notifications');
});
