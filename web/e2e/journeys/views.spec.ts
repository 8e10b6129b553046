import { expectNoBarriers } from '../accessibility.ts';
import { administrator } from '../server.ts';
import { expect, test } from '../test.ts';

test('a view of one’s own is ordered, locked, and deleted with undo', async ({ page, app, name }) => {
  const label = name('Own view');
  const list = await app.openList('contact');
  await list.sortBy('Name');
  await page.getByRole('button', { name: 'Save as a new view' }).click();
  await page.getByLabel('Name of the view').fill(label);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const tab = page.getByRole('tab', { name: label });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(tab.getByRole('img', { name: 'Only you see it' })).toBeVisible();

  await list.viewMenu('Open this view first');
  await expect(page.getByRole('tab').first()).toContainText(label);
  await page.goto('/o/contact');
  await expect(tab).toHaveAttribute('aria-selected', 'true');

  await list.viewMenu('Lock');
  await expect(tab.getByRole('img', { name: 'Locked' })).toBeVisible();
  await list.sortBy('Name');
  await expect(page.getByRole('button', { name: 'Reset' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expectNoBarriers(page);

  await list.viewMenu('Unlock');
  await expect(tab.getByRole('img', { name: 'Only you see it' })).toBeVisible();
  await list.viewMenu('Delete this view');
  await expect(tab).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(tab).toBeVisible();
});

test('a view is shared with a team, then with everybody', async ({ page, app, api, name }) => {
  const team = name('Harbour team');
  const { id } = await api.create('team', { name: team });
  const [me] = await api.query(`SELECT id FROM user WHERE email = '${administrator.email}'`);
  await api.create('team_member', { team_id: id, user_id: me?.id });
  const label = name('Shared');
  const list = await app.openList('contact');
  await list.viewMenu('Duplicate');
  const copy = page.getByRole('tab', { selected: true });
  await expect(copy).toContainText('Copy of');
  await list.viewMenu('Name and who sees it');
  await page.getByLabel('Name of the view').fill(label);
  await page.getByLabel('Who sees it', { exact: true }).selectOption({ label: `The team ${team}` });
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const tab = page.getByRole('tab', { name: label });
  await expect(tab.getByRole('img', { name: 'View of a team' })).toBeVisible();

  await list.viewMenu('Name and who sees it');
  await page.getByLabel('Who sees it', { exact: true }).selectOption({ label: 'Everybody' });
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(tab.getByRole('img')).toBeHidden();
  await page.reload();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await list.viewMenu('Delete this view');
  await expect(tab).toBeHidden();
});

test('a star and what was opened last are there on the phone, too', async ({ page, app, api, browser, baseURL, name }) => {
  const [account, opened] = [name('Starred'), name('Opened')];
  const starred = await api.create('account', { name: account });
  const other = await api.create('account', { name: opened });
  await app.openRecord('account', starred.id);
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/personal/favourites') && answer.ok());
  await page.getByRole('button', { name: 'Add to favourites' }).click();
  await kept;
  const noted = page.waitForResponse((answer) => answer.url().endsWith('/personal/recent') && answer.ok());
  await app.openRecord('account', other.id);
  await noted;
  const phone = await browser.newContext({ baseURL, storageState: await page.context().storageState(), viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const there = await phone.newPage();
  await there.addInitScript(() => localStorage.clear());
  await there.goto('/');
  await there.getByRole('button', { name: 'More', exact: true }).tap();
  await expect(there.getByRole('menuitem', { name: opened })).toBeVisible();
  await there.getByRole('menuitem', { name: account }).tap();
  await expect(there.getByRole('heading', { level: 1, name: account })).toBeVisible();
  await phone.close();
});

test('a view whose fields were removed opens with what is left, says what that is, and is mended', async ({ page, api, name }) => {
  const [object, label] = [await api.makeObject(name('Plan')), name('Costly')];
  for (const field of ['cost', 'area']) await api.addField(object, { name: field, label: field, type: 'integer' });
  for (const [row, area] of [['Small', 1], ['Large', 9]] as const) await api.create(object, { name: row, area, cost: area });
  const filter = { and: [{ field: 'area', op: '>', value: 5 }, { field: 'cost', op: '>', value: 5 }] };
  const view = await api.saveOwnView(object, { label, kind: 'table', columns: ['name', 'cost', 'area'], filter, sort: '-cost,name' });
  await api.removeField(object, 'cost');
  await page.goto(`/o/${object}?view=${encodeURIComponent(JSON.stringify(view))}`);
  await expect(page.getByRole('rowheader')).toHaveText(['Large']);
  const note = page.getByText(/^This view asks for what is not there, or not for you: column cost, filter by cost,? and order by cost\./);
  await expect(note).toBeVisible();
  await expectNoBarriers(page);
  await note.locator('xpath=..').getByRole('button', { name: 'Save' }).click();
  await expect(note).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('rowheader')).toHaveText(['Large']);
  await expect(note).toHaveCount(0);
});
