import { only } from '../only.ts';
import { expect, test } from '../test.ts';
import { drawFinger } from '../touch.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('a finger that rests on a row selects it, and so does its menu', async ({ page, api, name }) => {
  const mark = name('Held');
  for (const each of ['A', 'B', 'C']) await api.create('account', { name: `${mark} ${each}` });
  await page.goto(`/o/account${only(mark)}`);
  const row = (each: string) => page.getByRole('listitem').filter({ hasText: `${mark} ${each}` });
  await drawFinger(row('A'), { rest: 600 });
  const bar = page.getByRole('toolbar', { name: 'With the selected rows' });
  await expect(bar).toContainText('1');
  // From then on a press selects, and does not open.
  await row('B').getByRole('link').tap();
  await expect(bar).toContainText('2');
  await expect(page.getByRole('checkbox', { name: `Select ${mark} B` })).toBeChecked();
  await row('C').getByRole('button', { name: `More about ${mark} C` }).tap();
  await page.getByRole('menuitem', { name: 'Select', exact: true }).tap();
  await expect(bar).toContainText('3');
  await expect(page).toHaveURL(/\/o\/account\?/);
});

test('a task in a list is finished by a swipe and its menu opens by one back', async ({ page, api, name }) => {
  const subject = name('Swiped');
  const { id } = await api.create('task', { subject });
  await page.goto(`/o/task?filter=${encodeURIComponent(JSON.stringify({ field: 'subject', op: '=', value: subject }))}`);
  const row = page.getByRole('listitem').filter({ hasText: subject });
  await drawFinger(row, { x: -120 });
  await expect(page.getByRole('menuitem', { name: 'Done' })).toBeVisible();
  await page.keyboard.press('Escape');
  await drawFinger(row, { x: 30 });
  expect((await api.read('task', id)).is_closed).toBe(false);
  await drawFinger(row, { x: 140 });
  await expect.poll(async () => (await api.read('task', id)).is_closed).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect.poll(async () => (await api.read('task', id)).is_closed).toBe(false);
});

test('the menu of a row rings up whoever has a number', async ({ page, api, name }) => {
  const mark = name('Ring');
  await api.create('account', { name: mark, phone: '+12065550100' });
  await page.goto(`/o/account${only(mark)}`);
  await page.getByRole('button', { name: `More about ${mark}` }).tap();
  await expect(page.getByRole('menuitem', { name: 'Call' })).toBeVisible();
});

test('a task of today is put off by a swipe back, and by its button', async ({ page, api, app, name }) => {
  const subject = name('Later');
  const { id } = await api.create('task', { subject, due_date: '2020-01-01' });
  await app.open();
  await drawFinger(page.getByRole('listitem').filter({ hasText: subject }), { x: -120 });
  await page.getByRole('menuitem', { name: 'Tomorrow' }).tap();
  await expect.poll(async () => (await api.read('task', id)).due_date).not.toBe('2020-01-01');
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect.poll(async () => (await api.read('task', id)).due_date).toBe('2020-01-01');
  await page.getByRole('button', { name: `Put off ${subject}` }).tap();
  await expect(page.getByRole('menuitem', { name: 'Tomorrow' })).toBeVisible();
});

test('a list that is pulled down is asked for again, and so it is by its menu', async ({ page, api, name }) => {
  const mark = name('Pulled');
  await api.create('account', { name: mark });
  await page.goto(`/o/account${only(mark)}`);
  const list = page.getByRole('list', { name: 'Accounts' });
  await list.getByRole('link', { name: mark }).waitFor();
  const asked = () => page.waitForRequest((request) => request.url().includes('/records/account?'));
  await Promise.all([asked(), drawFinger(list, { y: 260 })]);
  await page.getByRole('main').getByRole('button', { name: 'More', exact: true }).tap();
  await Promise.all([asked(), page.getByRole('menuitem', { name: 'Refresh' }).tap()]);
});

test('a sheet is pulled down to close it, unless something was typed', async ({ page }) => {
  await page.goto('/o/contact?create=contact');
  const sheet = page.getByRole('dialog', { name: 'New Contact' });
  const head = sheet.getByRole('heading', { name: 'New Contact' });
  await sheet.getByLabel('First name').fill('Ada');
  await drawFinger(head, { y: 200 });
  await expect(sheet.getByLabel('First name')).toHaveValue('Ada');
  await page.goto('/o/contact?create=contact');
  await drawFinger(head, { y: 200 });
  await expect(sheet).toBeHidden();
});

test('fields call the keyboard that fits them', async ({ page }) => {
  await page.goto('/o/contact?create=contact');
  const sheet = page.getByRole('dialog', { name: 'New Contact' });
  await expect(sheet.getByLabel('E-mail')).toHaveAttribute('type', 'email');
  await expect(sheet.getByLabel('Phone')).toHaveAttribute('type', 'tel');
  await expect(sheet.getByLabel('E-mail')).toHaveAttribute('enterkeyhint', 'done');
  await page.goto('/o/opportunity?create=opportunity');
  await expect(page.getByRole('dialog').getByLabel('Amount')).toHaveAttribute('inputmode', 'decimal');
});

test('a finger that rests on a card lifts it, the first time that the board is touched, and carries it to another stage', async ({ page, app, api, name }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  const deal = name('Carried');
  const { id } = await api.deal(deal, 'Prospecting');
  const board = await app.openBoard(deal);
  const [from, to] = [await board.column('Prospecting').boundingBox(), await board.column('Qualification').boundingBox()];
  await drawFinger(board.card(deal), { hold: 600, x: (to?.x ?? 0) - (from?.x ?? 0) });
  await expect(board.card(deal, 'Qualification')).toBeVisible();
  await expect.poll(async () => (await api.read('opportunity', id)).stage_id).toBe((await api.stage('Qualification')).id);
});
