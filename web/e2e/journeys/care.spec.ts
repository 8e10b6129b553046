import { only } from '../only.ts';
import { expect, test } from '../test.ts';

test('rows are grouped with subtotals, and a group folds', async ({ page, app, api, name }) => {
  const mark = name('Grouped');
  for (const [each, stage, amount] of [['A', 'Prospecting', 30], ['B', 'Proposal', 10], ['C', 'Proposal', 20]] as const) await api.deal(`${mark} ${each}`, stage, { amount });
  const list = await app.openList('opportunity', `${only(mark)}&columns=${encodeURIComponent('["name","amount"]')}&group=stage_id`);
  await expect.poll(() => list.names()).toEqual([`${mark} A`, `${mark} B`, `${mark} C`]);
  await expect(list.table.getByRole('row').filter({ has: page.getByRole('button', { name: 'Fold Proposal' }) })).toContainText('€30');
  await page.getByRole('button', { name: 'Fold Proposal' }).click();
  await expect.poll(() => list.names()).toEqual([`${mark} A`]);
  await expect(page.getByRole('button', { name: 'Unfold Proposal' })).toBeVisible();
});

test('a filter asks how many related records there are', async ({ page, app, api, name }) => {
  const mark = name('Counted');
  const busy = await api.deal(`${mark} busy`, 'Prospecting');
  await api.deal(`${mark} idle`, 'Prospecting');
  await api.create('task', { subject: mark, related_to_id: busy.id });
  const list = await app.openList('opportunity', only(mark));
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: 'Number of tasks' }).click();
  await expect.poll(() => list.names()).toEqual([`${mark} busy`]);
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText('Tasks at least 1');
  await page.getByLabel('How many tasks').fill('2');
  await expect(page.getByRole('heading', { name: 'No opportunities fit the filter' })).toBeVisible();
});

test('what is copied from a spreadsheet goes into the cells, and back', async ({ page, app, api, name }) => {
  const mark = name('Pasted');
  const deals: { id: string }[] = [];
  for (const each of ['A', 'B']) deals.push(await api.deal(`${mark} ${each}`, 'Prospecting'));
  const list = await app.openList('opportunity', `${only(mark)}&columns=${encodeURIComponent('["name","next_step","competitor"]')}&sort=name`);
  await list.cell(`${mark} A`, 1).focus();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Call\tAcme\nVisit\tGlobex');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(list.cell(`${mark} B`, 2)).toHaveText('Globex');
  await expect.poll(async () => (await api.read('opportunity', String(deals[0]?.id))).next_step).toBe('Call');
  await app.undo();
  await expect(list.cell(`${mark} B`, 2)).toHaveText('');
});

test('a record is opened beside the list by its key, and goes with Esc', async ({ page, app, api, name }) => {
  const deal = name('Beside');
  await api.deal(deal, 'Prospecting');
  const list = await app.openList('opportunity', only(deal));
  await list.table.getByRole('rowheader').first().focus();
  await page.keyboard.press('p');
  const panel = page.getByRole('complementary', { name: `${deal}, beside the page` });
  await expect(panel.getByRole('heading', { name: deal })).toBeVisible();
  await expect(page).toHaveURL(/peek=/);
  await panel.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(panel).toBeHidden();
});

test('a record with a star stands in the navigation', async ({ page, app, api, name }) => {
  const deal = name('Starred');
  const { id } = await api.deal(deal, 'Prospecting');
  await app.openRecord('opportunity', id);
  await page.getByRole('button', { name: 'Add to favourites' }).click();
  await expect(page.getByRole('group', { name: 'Favourites' }).getByRole('link', { name: deal })).toBeVisible();
});

test('a record says who may see it and why', async ({ page, app, api, name }) => {
  const deal = name('Access');
  const { id } = await api.deal(deal, 'Prospecting');
  await app.openRecord('opportunity', id);
  await page.getByRole('button', { name: `More about ${deal}` }).click();
  await page.getByRole('menuitem', { name: 'Who may see this, and why' }).click();
  await expect(page.getByRole('dialog', { name: `Access to ${deal}` })).toContainText('Administrators may see and change everything.');
});

test('a change is taken back from the history', async ({ page, app, api, name }) => {
  const deal = name('Reverted');
  const { id } = await api.deal(deal, 'Prospecting', { next_step: 'Call' });
  await api.update('opportunity', id, { next_step: 'Visit' });
  await app.openRecord('opportunity', id);
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Revert Next step' }).click();
  await expect.poll(async () => (await api.read('opportunity', id)).next_step).toBe('Call');
});

test('a form tells who may be there already, and opens in full', async ({ app, api, name }) => {
  const surname = name('Twice');
  const email = `${surname.toLowerCase().replace(' ', '.')}@home.example`;
  await api.create('contact', { first_name: 'Ada', last_name: surname, email });
  const dialog = await app.openCreate('contact');
  await dialog.field('First name').fill('Ada');
  await dialog.field('Last name').fill(surname);
  await dialog.field('E-mail').fill(email);
  await expect(dialog.dialog.getByRole('link', { name: `Ada ${surname}` })).toBeVisible();
  await dialog.dialog.getByRole('button', { name: 'Open full form' }).click();
  await expect(dialog.field('Department')).toBeVisible();
  await expect(dialog.field('Last name')).toHaveValue(surname);
});
