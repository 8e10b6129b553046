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

test('selected records go to the trash together and come back', async ({ app, api, name }) => {
  const mark = name('Bulk');
  for (const each of ['one', 'two', 'three']) await api.deal(`${mark} ${each}`, 'Prospecting');
  const list = await app.openList('opportunity', only(mark));
  const bar = await list.select(`${mark} one`, `${mark} two`);
  await expect(bar).toContainText('2 selected');
  await bar.getByRole('button', { name: 'Delete' }).click();
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
