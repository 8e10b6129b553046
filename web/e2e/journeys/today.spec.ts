import { TodayPage } from '../pages/today-page.ts';
import { expect, test } from '../test.ts';

test('a deal that nothing is planned for gets its next step', async ({ page, app, api, name }) => {
  const deal = name('Adrift');
  // The largest come first, so that it is among those that are shown.
  const { id } = await api.deal(deal, 'Prospecting', { amount: 9_000_000 });
  await app.open();
  const today = new TodayPage(page);
  await today.planStep(deal, 'Tomorrow');
  await expect(app.toast).toContainText('Next step planned');
  await expect(today.looseEnds.getByRole('link', { name: deal })).toBeHidden();
  const tasks = await api.query(`SELECT subject FROM task WHERE related_to_id = '${id}'`);
  expect(tasks.map((task) => task.subject)).toEqual([`Follow up: ${deal}`]);
});

test('"c" offers what can be made, by keyboard alone', async ({ page, app }) => {
  await app.open();
  await page.keyboard.press('c');
  await expect(page.getByRole('menuitem', { name: 'Account' })).toBeVisible();
  // The focus comes a moment after the menu.
  await expect(page.getByRole('menu').locator(':focus')).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'New Account' })).toBeVisible();
});
