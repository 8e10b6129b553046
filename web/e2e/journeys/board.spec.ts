import { expect, test } from '../test.ts';

test('a card is carried to another stage, totals follow while it is held, and undo brings it back', async ({ app, api, name }) => {
  const deal = name('Carried');
  await api.deal(deal, 'Prospecting');
  const board = await app.openBoard(deal);
  const [from, to] = [await board.figures('Prospecting'), await board.figures('Qualification')];

  await board.drag(deal, board.column('Qualification'), false);
  await expect.poll(() => board.figures('Qualification')).toEqual({ count: to.count + 1, total: to.total + 1000 });
  await expect.poll(() => board.figures('Prospecting')).toEqual({ count: from.count - 1, total: from.total - 1000 });
  await board.drop();
  await expect(board.card(deal, 'Qualification')).toBeVisible();
  await expect(app.toast).toContainText(`${deal} moved to Qualification`);

  await app.undo();
  await expect(board.card(deal, 'Prospecting')).toBeVisible();
  await expect.poll(() => board.figures('Prospecting')).toEqual(from);
});

test('a card is moved by keyboard alone', async ({ page, app, api, name }) => {
  const deal = name('Typed');
  const { id } = await api.deal(deal, 'Prospecting');
  const board = await app.openBoard(deal);
  await board.liftByKeyboard(deal);
  await expect(page.getByText(`${deal} lifted.`)).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Over Qualification.')).toBeAttached();
  await page.keyboard.press('Space');
  await expect(board.card(deal, 'Qualification')).toBeVisible();
  // From where it lies now it can be carried on.
  await expect(board.card(deal, 'Qualification').getByRole('button', { name: `Move ${deal} by keyboard` })).toBeFocused();
  await expect.poll(async () => (await api.read('opportunity', id)).stage_id).toBe((await api.stage('Qualification')).id);
});

test('escape puts a lifted card back', async ({ page, app, api, name }) => {
  const deal = name('Lifted');
  await api.deal(deal, 'Prospecting');
  const board = await app.openBoard(deal);
  await board.liftByKeyboard(deal);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(page.getByText(`${deal} put back.`)).toBeAttached();
  await expect(board.card(deal, 'Prospecting')).toBeVisible();
});

test('losing a deal asks for the reason, and cancelling leaves it where it was', async ({ page, app, api, name }) => {
  const deal = name('Lost');
  const { id } = await api.deal(deal, 'Proposal');
  const board = await app.openBoard(deal);
  await board.moveByMenu(deal, 'Lost');
  const dialog = page.getByRole('dialog', { name: `Mark ${deal} as lost` });
  await dialog.getByRole('button', { name: 'Mark as lost' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Needed here');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(board.card(deal, 'Proposal')).toBeVisible();

  await board.moveByMenu(deal, 'Lost');
  await dialog.getByLabel(/Loss reason/).selectOption({ label: 'Price' });
  await dialog.getByRole('button', { name: 'Mark as lost' }).click();
  await expect(board.card(deal)).toBeHidden();
  await expect.poll(async () => (await api.read('opportunity', id)).loss_reason).toBe('price');
});

test('a card that somebody else moved meanwhile is not moved again, and says so', async ({ page, app, api, name }) => {
  // The board hears of it too late: what is heard of in time is shown before one can move it.
  await page.route('**/api/v1/events*', (route) => route.abort());
  const deal = name('Refused');
  const { id } = await api.deal(deal, 'Prospecting');
  const board = await app.openBoard(deal);
  await expect(board.card(deal)).toBeVisible();
  await api.update('opportunity', id, { stage_id: (await api.stage('Negotiation')).id });
  await board.moveByMenu(deal, 'Proposal');
  await expect(app.toast).toContainText(`${deal} was not moved`);
  await expect(board.card(deal, 'Negotiation')).toBeVisible();
});

test('a filter narrows cards and totals, and stays in the address', async ({ page, app, api, name }) => {
  const deal = name('Alone');
  await api.deal(deal, 'Proposal');
  const board = await app.openBoard(deal);
  await expect.poll(() => board.figures('Proposal')).toEqual({ count: 1, total: 1000 });
  await expect.poll(async () => (await board.figures('Prospecting')).count).toBe(0);
  await page.reload();
  await expect(board.card(deal, 'Proposal')).toBeVisible();
  await expect(app.page.getByRole('button', { name: `Name contains ${deal}` })).toBeVisible();
});

test('a column is folded, takes cards all the same, and stays folded', async ({ page, app, api, name }) => {
  const mark = name('Folded');
  const [deal, moved] = [`${mark} before`, `${mark} after`];
  await api.deal(deal, 'Qualification');
  await api.deal(moved, 'Prospecting');
  const board = await app.openBoard(mark);
  await board.column('Qualification').getByRole('button', { name: 'Fold Qualification' }).click();
  await expect(board.card(deal)).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Unfold Qualification' })).toBeVisible();
  await expect(board.card(deal)).toBeHidden();
  await board.drag(moved, board.column('Qualification'));
  await expect(app.toast).toContainText(`${moved} moved to Qualification`);
  await page.getByRole('button', { name: 'Unfold Qualification' }).click();
  await expect(board.card(moved, 'Qualification')).toBeVisible();
});

test('a deal that was lost is opened again', async ({ page, app, api, name }) => {
  const { id } = await api.deal(name('Back'), 'Proposal');
  await api.update('opportunity', id, { stage_id: (await api.stage('Lost')).id, loss_reason: 'price' });
  await app.openRecord('opportunity', id);
  await page.getByRole('list', { name: 'Stage' }).getByRole('button', { name: 'Proposal' }).click();
  await expect.poll(async () => (await api.read('opportunity', id)).is_closed).toBe(false);
});
