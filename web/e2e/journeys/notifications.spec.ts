import type { Browser, Page } from '@playwright/test';
import type { Api } from '../api.ts';
import { expect, test } from '../test.ts';

/** Somebody else, at a page of their own; answers their id and how to open one more page. */
async function somebody(api: Api, browser: Browser, baseURL: string | undefined, last_name: string) {
  const email = `${last_name.toLowerCase().replace(' ', '-')}@example.com`;
  await api.addPerson({ last_name, email, password: 'a first passphrase', administrator: true });
  const [person] = await api.query(`SELECT id FROM user WHERE email = '${email}'`);
  if (!person) throw new Error(`${email} was not added.`);
  const context = await browser.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
  await context.request.post('/api/v1/session', { data: { email, password: 'a first passphrase' } });
  const open = async (path = '/') => {
    const page = await context.newPage();
    const listening = page.waitForResponse((response) => response.url().includes('/events'));
    await page.goto(path);
    await listening;
    return page;
  };
  return { id: person.id, open, context };
}

const bell = (page: Page) => page.getByRole('button', { name: /^Notifications/ });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Notifications' });

test('a record that somebody gives me lights the bell on every page, leads there, and is read then', async ({ api, browser, baseURL, name }) => {
  const ben = await somebody(api, browser, baseURL, name('Ben'));
  const [page, other] = [await ben.open(), await ben.open('/o/contact')];
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
  await ben.context.close();
});

test('many at once are one notification, which leads to the list of them', async ({ api, browser, baseURL, name }) => {
  const ben = await somebody(api, browser, baseURL, name('Ben'));
  const page = await ben.open();
  const mark = name('Of many');
  await api.createMany('lead', Array.from({ length: 12 }, (_, index) => ({ last_name: `${mark} ${index}`, company: 'Mills', owner_id: ben.id })));
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');
  await bell(page).click();
  await panel(page).getByRole('link', { name: '12 Leads' }).click();
  await expect(page.getByRole('rowheader', { name: mark })).toHaveCount(12);
  await ben.context.close();
});

test('what was told is marked, put off and brought back by keyboard', async ({ api, browser, baseURL, name }) => {
  const ben = await somebody(api, browser, baseURL, name('Ben'));
  const page = await ben.open();
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
  await ben.context.close();
});

test('what is switched off is not told', async ({ api, browser, baseURL, name }) => {
  const ben = await somebody(api, browser, baseURL, name('Ben'));
  const page = await ben.open();
  await bell(page).click();
  await panel(page).getByRole('button', { name: 'What you are told of' }).click();
  const given = page.getByRole('checkbox', { name: 'Records that others give you' });
  await expect(given).toBeChecked();
  const saved = page.waitForResponse((response) => response.url().endsWith('/notifications/settings') && response.request().method() === 'PATCH');
  await given.uncheck({ force: true });
  await saved;
  await page.reload();
  await expect(given).not.toBeChecked();
  const { id } = await api.create('account', { name: name('Silent'), owner_id: ben.id });
  await api.create('account_team_member', { account_id: id, user_id: ben.id, account_access: 'read' });
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');
  await bell(page).click();
  await expect(panel(page).getByRole('listitem')).toHaveCount(1);
  await expect(panel(page)).toContainText('added you to the team');
  await ben.context.close();
});

test('an import that has ended is told, and leads to its report', async ({ api, browser, baseURL, name }) => {
  const ben = await somebody(api, browser, baseURL, name('Ben'));
  const page = await ben.open('/o/contact');
  const { csrf_token } = (await (await ben.context.request.get('/api/v1/me')).json()) as { csrf_token: string };
  await ben.context.request.post('/api/v1/imports', { data: { object: 'contact', csv: `Last name\n${name('Filed')}\n` }, headers: { 'X-CSRF-Token': csrf_token } });
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');
  await bell(page).click();
  await panel(page).getByRole('link', { name: 'Import: done' }).click();
  await expect(page).toHaveURL(/\/imports\/\d+/);
  await ben.context.close();
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
