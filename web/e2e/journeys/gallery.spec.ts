import { expectNoBarriers } from '../accessibility.ts';
import { only } from '../only.ts';
import { expect, test } from '../test.ts';

test('the same filter goes from table to gallery to board and back', async ({ page, app, api, name }) => {
  const mark = name('Shown');
  await api.deal(`${mark} A`, 'Prospecting', { amount: 10 });
  await api.deal(`${mark} B`, 'Prospecting', { amount: 20 });
  await app.openList('opportunity', `${only(mark)}&sort=-amount`);
  const ways = page.getByRole('group', { name: 'Show as' });
  await ways.getByRole('button', { name: 'Gallery' }).click();
  const cards = page.getByRole('grid', { name: 'Opportunities' }).getByRole('gridcell');
  await expect(cards).toHaveCount(2);
  // In the order of the list, with what its view shows first.
  await expect(cards.first()).toContainText(`${mark} B`);
  await expect(cards.first()).toContainText('€20');
  await expectNoBarriers(page);
  await page.reload();
  await expect(cards).toHaveCount(2);
  await ways.getByRole('button', { name: 'Board' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await ways.getByRole('button', { name: 'Gallery' }).click();
  await expect(cards).toHaveCount(2);
  await ways.getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('rowheader')).toHaveCount(2);
});

test('keys move over the cards in two dimensions, select, look and open', async ({ page, api, name }) => {
  const mark = name('Card');
  for (const each of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) await api.create('account', { name: `${mark} ${each}` });
  await page.goto(`/o/account${only(mark)}&sort=name&as=gallery`);
  const card = (letter: string) => page.getByRole('gridcell', { name: `${mark} ${letter}` });
  await card('A').focus();
  await page.keyboard.press('ArrowRight');
  await expect(card('B')).toBeFocused();
  // Five stand beside each other in a window of that width.
  await page.keyboard.press('ArrowDown');
  await expect(card('G')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(card('F')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(card('F')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('toolbar', { name: 'With the selected rows' })).toContainText('1 selected');
  await page.keyboard.press('p');
  await expect(page.getByRole('complementary', { name: new RegExp(`${mark} F`) })).toBeVisible();
  await expect(card('F')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `${mark} F` })).toBeVisible();
});

test('cards that are selected go to the trash together and come back', async ({ page, app, api, name }) => {
  const mark = name('Gone');
  for (const each of ['A', 'B', 'C']) await api.create('account', { name: `${mark} ${each}` });
  await page.goto(`/o/account${only(mark)}&sort=name&as=gallery`);
  await page.getByRole('checkbox', { name: `Select ${mark} A` }).check({ force: true });
  await page.getByRole('checkbox', { name: `Select ${mark} B` }).check({ force: true });
  await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete 2 records' }).click();
  await expect(page.getByRole('gridcell')).toHaveCount(1);
  await app.undo();
  await expect(page.getByRole('gridcell')).toHaveCount(3);
});

test('a long gallery holds only the cards in sight', async ({ page }) => {
  await page.goto('/o/contact?as=gallery&sort=name');
  const grid = page.getByRole('grid', { name: 'Contacts' });
  await grid.getByRole('gridcell').first().waitFor();
  expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(100);
  const first = await grid.getByRole('gridcell').first().getAttribute('aria-label');
  await grid.hover();
  await page.mouse.wheel(0, 5000);
  await expect(grid.getByRole('gridcell').first()).not.toHaveAttribute('aria-label', String(first));
  expect(await grid.getByRole('gridcell').count()).toBeLessThan(60);
});

test.describe('on a phone, from right to left', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'ar' });
  test('two cards stand beside each other, the first at the right', async ({ page, api, name }) => {
    const mark = name('Small');
    for (const each of ['A', 'B']) await api.create('account', { name: `${mark} ${each}` });
    await page.goto(`/o/account${only(mark)}&sort=name&as=gallery`);
    const [first, second] = [page.getByRole('gridcell', { name: `${mark} A` }), page.getByRole('gridcell', { name: `${mark} B` })];
    expect((await first.boundingBox())?.x).toBeGreaterThan((await second.boundingBox())?.x ?? 0);
    expect((await first.boundingBox())?.y).toBe((await second.boundingBox())?.y);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectNoBarriers(page);
  });
});

test('a view that is saved as a gallery opens as one', async ({ page, app, name }) => {
  const label = name('Faces');
  const list = await app.openList('contact');
  const ways = page.getByRole('group', { name: 'Show as' });
  await ways.getByRole('button', { name: 'Gallery' }).click();
  await list.viewMenu('Save as a new view');
  await page.getByLabel('Name of the view').fill(label);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('tab', { name: label })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'All contacts' }).click();
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await page.getByRole('tab', { name: label }).click();
  await expect(page.getByRole('gridcell').first()).toBeVisible();
  await ways.getByRole('button', { name: 'Table' }).click();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByRole('gridcell').first()).toBeVisible();
});
