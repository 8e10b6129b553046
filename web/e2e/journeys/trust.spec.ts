import { readFileSync } from 'node:fs';
import { expectNoBarriers } from '../accessibility.ts';
import { administrator } from '../server.ts';
import { expect, test } from '../test.ts';

test('somebody sees where they are logged in, and ends what they do not know', async ({ page, app, browser }) => {
  const elsewhere = await browser.newContext({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });
  const answer = await elsewhere.request.post(`${process.env.RAPPORT_URL}/api/v1/session`, { data: { email: administrator.email, password: administrator.password } });
  expect(answer.ok()).toBe(true);
  await app.open();
  await page.goto('/account/sessions');
  const sessions = page.getByRole('list', { name: 'Where you are logged in' }).getByRole('listitem');
  await expect(sessions.filter({ hasText: 'This one' })).toContainText('127.0.0.1');
  await expectNoBarriers(page);
  const other = sessions.filter({ hasText: 'Firefox on Linux' }).first();
  await other.getByRole('button', { name: 'End the session: Firefox on Linux' }).click();
  await expect(app.toast).toContainText('The session is over');
  expect((await elsewhere.request.get(`${process.env.RAPPORT_URL}/api/v1/me`)).status()).toBe(401);
  await elsewhere.close();
});

test('one page says which version runs, and how old the last backup is', async ({ page }) => {
  await page.goto('/setup/area/system');
  const facts = page.getByRole('table', { name: 'This system' });
  await expect(facts.getByRole('row').filter({ hasText: 'Version' })).toContainText(/\d+\.\d+/);
  await expect(facts).toContainText('Last backup');
  await expect(facts.getByRole('row').filter({ hasText: 'Database' })).toContainText(/SQLite|PostgreSQL/);
  await expectNoBarriers(page);
});

test('the audit is narrowed down to a person, an object and a time', async ({ page, api, name }) => {
  const company = name('Found');
  await api.create('account', { name: company });
  await page.goto('/setup/area/audit');
  await page.getByLabel('Object').selectOption({ label: 'Accounts' });
  await expect(page.getByRole('row').filter({ hasText: company })).toBeVisible();
  await page.getByLabel('Object').selectOption({ label: 'Campaigns' });
  await expect(page.getByRole('row').filter({ hasText: company })).toHaveCount(0);
  await page.getByLabel('Object').selectOption({ label: 'Accounts' });
  await page.getByLabel('Until', { exact: true }).fill('2020-01-01');
  await expect(page.getByRole('heading', { name: /Nothing was done/ })).toBeVisible();
});

test('a deletion says how many related records went with it, and brings all back', async ({ page, app, api, name }) => {
  const account = await api.create('account', { name: name('Gone') });
  for (const subject of [name('Call'), name('Visit')]) await api.create('task', { subject, related_to_id: account.id });
  await app.openRecord('account', account.id);
  await page.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(app.toast).toContainText('2 related records went with it');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await api.query(`SELECT id FROM task WHERE related_to_id = '${account.id}'`)).length).toBe(2);
});

test('everything that the company has is taken home with one press', async ({ page, api, name }) => {
  await api.create('account', { name: name('Taken home') });
  await page.goto('/setup/area/backups');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export everything' }).click()]);
  expect(readFileSync(await download.path()).subarray(0, 2).toString()).toBe('PK');
});
