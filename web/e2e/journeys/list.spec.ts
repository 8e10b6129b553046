import { readFile } from 'node:fs/promises';
import { expectNoBarriersNow } from '../accessibility.ts';
import { only } from '../only.ts';
import { expect, test } from '../test.ts';

test('a list is filtered and sorted, and its address says so', async ({ page, app, api, name }) => {
  const mark = name('Sorted');
  for (const [each, amount] of [['A', 30], ['B', 10], ['C', 20]] as const) await api.deal(`${mark} ${each}`, 'Prospecting', { amount });
  const list = await app.openList('opportunity', `${only(mark)}&columns=${encodeURIComponent('["name","amount"]')}`);
  await list.sortBy('Amount');
  await expect.poll(() => list.names()).toEqual([`${mark} B`, `${mark} C`, `${mark} A`]);
  await list.sortBy('Amount');
  await expect.poll(() => list.names()).toEqual([`${mark} A`, `${mark} C`, `${mark} B`]);
  await expect(page).toHaveURL(/sort=-amount/);
  await expect(page.getByRole('columnheader', { name: 'Amount' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('button', { name: 'What the foot of Amount tells' })).toHaveText('€60');
});

test('the filter builder adds a condition, and shows it as a chip', async ({ page, app, api, name }) => {
  const mark = name('Chip');
  await api.deal(`${mark} small`, 'Prospecting', { amount: 10 });
  await api.deal(`${mark} large`, 'Prospecting', { amount: 5000 });
  const list = await app.openList('opportunity', only(mark));
  await list.filter('Amount', 'at least', '1k');
  await expect.poll(() => list.names()).toEqual([`${mark} large`]);
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText('Amount at least €1,000');
});

test('a cell is edited where it stands', async ({ page, app, api, name }) => {
  const deal = name('Cell');
  const { id } = await api.deal(deal, 'Prospecting');
  const list = await app.openList('opportunity', `${only(deal)}&columns=${encodeURIComponent('["name","next_step"]')}`);
  await list.cell(deal, 1).dblclick();
  await page.keyboard.type('Call the plant manager');
  await page.keyboard.press('Enter');
  await expect(list.cell(deal, 1)).toHaveText('Call the plant manager');
  await expect.poll(async () => (await api.read('opportunity', id)).next_step).toBe('Call the plant manager');
});

test('selected records go to the trash together, after a word about what goes, and come back', async ({ page, app, api, name }) => {
  const mark = name('Bulk');
  for (const each of ['one', 'two', 'three']) await api.deal(`${mark} ${each}`, 'Prospecting');
  const [other] = await api.query('SELECT id FROM user WHERE administrator = false AND active = true ORDER BY name LIMIT 1');
  const [first] = await api.query(`SELECT id FROM opportunity WHERE name = '${mark} one'`);
  await api.update('opportunity', String(first?.id), { owner_id: String(other?.id) });
  const list = await app.openList('opportunity', only(mark));
  const bar = await list.select(`${mark} one`, `${mark} two`);
  await expect(bar).toContainText('2 selected');
  await bar.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete 2 records?' });
  await expect(dialog).toContainText(/goes along: .*Opportunity lines/);
  await expect(dialog).toContainText('1 of them belongs to somebody else.');
  await dialog.getByRole('button', { name: 'Delete 2 records' }).click();
  await expect.poll(() => list.names()).toEqual([`${mark} three`]);
  await expect(app.toast).toContainText('2 records in the trash');
  await app.undo();
  await expect.poll(async () => (await list.names()).length).toBe(3);
});

test('selected records change their owner together', async ({ page, app, api, name }) => {
  const deal = name('Owned');
  const { id } = await api.deal(deal, 'Prospecting');
  const [other] = await api.query("SELECT id, name FROM user WHERE administrator = false AND active = true ORDER BY name LIMIT 1");
  const list = await app.openList('opportunity', only(deal));
  const bar = await list.select(deal);
  await bar.getByRole('button', { name: 'Assign' }).click();
  const dialog = page.getByRole('dialog', { name: /^Assign/ });
  await dialog.getByLabel(/^Owner/).fill(String(other?.name));
  await page.getByRole('option', { name: String(other?.name) }).first().click();
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await expect.poll(async () => (await api.read('opportunity', id)).owner_id).toBe(other?.id);
});

test('keys move in the table and open a record', async ({ page, app, api, name }) => {
  const mark = name('Keys');
  for (const each of ['A', 'B']) await api.deal(`${mark} ${each}`, 'Prospecting');
  const list = await app.openList('opportunity', `${only(mark)}&sort=name`);
  await list.table.getByRole('rowheader').first().focus();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(list.row(`${mark} B`)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `${mark} B` })).toBeVisible();
});

test('a filter that nothing fits says so and can be cleared', async ({ page, app, name }) => {
  await app.openList('contact', only(name('nobody')));
  await expect(page.getByRole('heading', { name: 'No contacts fit the filter' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
});

test('an address that is cut in its cell is told whole', async ({ page, app, api, name }) => {
  const last_name = name('Long');
  const email = `a-very-long-name-before-the-sign.${last_name.toLowerCase().replace(' ', '-')}@department.of.a.long.example`;
  await api.create('contact', { last_name, email });
  await app.openList('contact', `?filter=${encodeURIComponent(JSON.stringify({ field: 'last_name', op: '=', value: last_name }))}`);
  await page.getByRole('gridcell').filter({ hasText: email }).getByText(email).hover();
  await expect(page.getByTitle(email)).toBeVisible();
});

test('what is selected is exported, with the columns that are shown', async ({ page, app, api, name }) => {
  const mark = name('Taken');
  for (const each of ['one', 'two', 'three']) await api.deal(`${mark} ${each}`, 'Prospecting', { next_step: `Step ${each}` });
  const list = await app.openList('opportunity', `${only(mark)}&columns=${encodeURIComponent('["name","next_step"]')}`);
  const bar = await list.select(`${mark} one`, `${mark} three`);
  await bar.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Export as CSV' }).click()]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('Step one');
  expect(text).toContain('Step three');
  expect(text).not.toContain('Step two');
});

test('what was refused among many stays selected', async ({ page, app, api, name }) => {
  // The list hears of it too late.
  await page.route('**/api/v1/events*', (route) => route.abort());
  const mark = name('Refused');
  const [kept, gone] = [await api.deal(`${mark} kept`, 'Prospecting'), await api.deal(`${mark} gone`, 'Prospecting')];
  const list = await app.openList('opportunity', only(mark));
  const bar = await list.select(`${mark} kept`, `${mark} gone`);
  await api.remove('opportunity', gone.id);
  await bar.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit 2 records' });
  await dialog.getByLabel('Field').selectOption({ label: 'Competitor' });
  await dialog.getByLabel('New value').fill('Sveapack');
  await dialog.getByRole('button', { name: 'Change 2' }).click();
  await expect(app.toast).toContainText('1 done, 1 refused');
  await expect(bar).toContainText('1 selected');
  expect((await api.read('opportunity', kept.id)).competitor).toBe('Sveapack');
});

test('when the network goes away among many, the rest stays selected, and what was done can be taken back', async ({ page, app, api, name }) => {
  const mark = name('Halfway');
  const { id: first } = await api.create('lead', { last_name: `${mark} 000`, company: mark });
  await api.createMany('lead', Array.from({ length: 200 }, (_, index) => ({ last_name: `${mark} ${String(index + 1).padStart(3, '0')}`, company: mark })));
  const list = await app.openList('lead', `?sort=last_name&filter=${encodeURIComponent(JSON.stringify({ field: 'company', op: '=', value: mark }))}`);
  const bar = await list.select(`${mark} 000`);
  await bar.getByRole('button', { name: 'Select 201' }).click();
  await expect(bar).toContainText('201 selected');
  let batches = 0;
  await page.route('**/api/v1/batch', (route) => (++batches === 1 ? route.continue() : route.abort()));
  await bar.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit 201 records' });
  await dialog.getByLabel('Field').selectOption({ label: 'Job title' });
  await dialog.getByLabel('New value').fill('Purser');
  await dialog.getByRole('button', { name: 'Change 201' }).click();
  await expect(app.toast).toContainText('200 done, 1 refused');
  await expect(bar).toContainText('1 selected');
  await page.unroute('**/api/v1/batch');
  expect((await api.read('lead', first)).title).toBe('Purser');
  await app.toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await api.read('lead', first)).title).toBeNull();
});

test('why many were refused is told line by line', async ({ page, app, api, name }) => {
  const object = await api.makeObject(name('Boat'));
  await api.addField(object, { name: 'sails', label: 'Sails', type: 'integer' });
  await api.createMany(object, ['Raft one', 'Raft two', 'Tug'].map((boat) => ({ name: boat })));
  await api.addRule(object, 'rafts', 'AND(sails > 3, name != "Tug")', 'A raft has three sails at most.');
  await api.addRule(object, 'tugs', 'AND(sails > 3, name = "Tug")', 'A tug has no sails.');
  const list = await app.openList(object);
  const bar = await list.select('Raft one', 'Raft two', 'Tug');
  await bar.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit 3 records' });
  await dialog.getByLabel('Field').selectOption({ label: 'Sails' });
  await dialog.getByLabel('New value').fill('4');
  await dialog.getByRole('button', { name: 'Change 3' }).click();
  await expect(app.toast).toContainText('3 refused. A raft has three sails at most.');
  await app.toast.getByRole('button', { name: 'Details' }).click();
  await expect(app.toast.getByRole('listitem')).toHaveText(['2 × A raft has three sails at most.', '1 × A tug has no sails.']);
  await expectNoBarriersNow(page);
});

test('the menu of a row opens by key and by the other button, and gives the keys back', async ({ page, app, api, name }) => {
  const mark = name('Menu');
  for (const each of ['A', 'B']) await api.deal(`${mark} ${each}`, 'Prospecting');
  const list = await app.openList('opportunity', `${only(mark)}&sort=name`);
  await list.table.getByRole('rowheader').first().focus();
  await page.keyboard.press('m');
  await expect(page.getByRole('menuitem', { name: 'Copy link' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menuitem', { name: 'Copy link' })).toBeHidden();
  await expect(list.table.getByRole('rowheader').first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(list.table.getByRole('rowheader').nth(1)).toBeFocused();
  await list.cell(`${mark} A`, 1).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect.poll(() => list.names()).toEqual([`${mark} B`]);
});
