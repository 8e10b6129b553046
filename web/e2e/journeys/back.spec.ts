import type { Locator } from '@playwright/test';
import { expect, test } from '../test.ts';

const scrolled = (place: Locator) => place.evaluate((element) => Math.round(element.scrollTop));

test('the way back leads to the same rows of a list, with its filter and what was selected', async ({ page, app }) => {
  const filter = { field: 'name', op: 'contains', value: 'a' };
  const list = await app.openList('contact', `?sort=name&filter=${encodeURIComponent(JSON.stringify(filter))}`);
  const scroller = list.table.locator('xpath=..');
  await list.table.getByRole('checkbox', { name: /^Select / }).nth(2).check({ force: true });
  await scroller.evaluate((element) => element.scrollTo({ top: 1300 }));
  await expect.poll(() => scrolled(scroller)).toBe(1300);
  const row = list.table.getByRole('rowheader').nth(12);
  await expect(row).toBeVisible();
  const person = await row.getByRole('link').innerText();
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: person })).toBeVisible();

  await page.goBack();
  await expect(list.row(person).first()).toBeInViewport();
  expect(await scrolled(scroller)).toBe(1300);
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText('Name contains a');
  await expect(page.getByRole('toolbar', { name: 'With the selected rows' })).toContainText('1 selected');
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1, name: person })).toBeVisible();
});

test('the way back leads to the same place of a board', async ({ page, app, api, name }) => {
  // Of its own: what others put on top of a column moves what is in sight of it.
  const { pipeline, first } = await api.gatedDeal(name);
  const mark = name('Card');
  await api.createMany('opportunity', Array.from({ length: 20 }, (_, index) => ({ name: `${mark} ${index}`, close_date: '2027-03-31', stage_id: first.id })));
  const board = await app.openBoard(mark, pipeline.id);
  const column = board.column('Open').getByRole('list');
  await expect(column.getByRole('article')).toHaveCount(20);
  await column.evaluate((element) => element.scrollTo({ top: 400 }));
  await expect.poll(() => scrolled(column)).toBe(400);
  await page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: 'Contacts' }).click();
  await page.getByRole('grid').waitFor();
  await page.goBack();
  await expect.poll(() => scrolled(column)).toBe(400);
});

test('tabs and the record beside a list are in the address, and the way back passes them', async ({ page, app, api, name }) => {
  const deal = name('Visited');
  const { id } = await api.deal(deal, 'Prospecting');
  const record = await app.openRecord('opportunity', id);
  await record.openTab('History');
  await page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: 'Today' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.goBack();
  await expect(page.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true');
});
