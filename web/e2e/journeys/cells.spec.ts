import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../accessibility.ts';
import { only } from '../only.ts';
import { tabTo } from '../reach.ts';
import { expect, test } from '../test.ts';

const columns = `&columns=${encodeURIComponent('["name","next_step","competitor"]')}&sort=name`;

/** What copying puts on the clipboard. */
const copied = (page: Page) =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });

const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

test('cells are marked by keys, copied, filled with one value and emptied, and each comes back', async ({ page, app, api, name }) => {
  const mark = name('Marked');
  const deals: { id: string }[] = [];
  for (const each of ['A', 'B', 'C']) deals.push(await api.deal(`${mark} ${each}`, 'Prospecting', { next_step: `Call ${each}`, competitor: `Rival ${each}` }));
  const list = await app.openList('opportunity', `${only(mark)}${columns}`);
  const cell = (row: string, column: number) => list.cell(`${mark} ${row}`, column);
  await cell('A', 1).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 × 2 cells marked')).toBeAttached();
  await expect(cell('B', 1)).toHaveAttribute('aria-selected', 'true');
  await expect(cell('C', 1)).not.toHaveAttribute('aria-selected');
  expect(await copied(page)).toBe('Call A\tRival A\nCall B\tRival B');
  await expectNoBarriers(page);

  await paste(page, 'Same');
  await expect(cell('B', 2)).toHaveText('Same');
  await expect(cell('A', 1)).toHaveText('Same');
  await expect(cell('C', 1)).toHaveText('Call C');
  await app.undo();
  await expect(cell('B', 2)).toHaveText('Rival B');

  // Back from the button in the note.
  await expect(cell('B', 2)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(cell('B', 2)).toHaveText('');
  await expect.poll(async () => (await api.read('opportunity', String(deals[0]?.id))).next_step).toBeNull();
  expect((await api.read('opportunity', String(deals[2]?.id))).next_step).toBe('Call C');
  await tabTo(app.toast.getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await expect(cell('A', 1)).toHaveText('Call A');
  await expect(cell('B', 2)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByText('cells marked')).toHaveCount(0);
  expect(await copied(page)).toBe('Rival B');
});

test('a press with Shift marks up to there, and the first of the rows fills the others', async ({ page, app, api, name }) => {
  const mark = name('Filled');
  for (const each of ['A', 'B', 'C']) await api.deal(`${mark} ${each}`, 'Prospecting', { next_step: `Call ${each}` });
  const list = await app.openList('opportunity', `${only(mark)}${columns}`);
  const cell = (row: string, column: number) => list.cell(`${mark} ${row}`, column);
  await cell('A', 1).click();
  await cell('C', 1).click({ modifiers: ['Shift'] });
  await expect(page.getByText('3 × 1 cells marked')).toBeAttached();
  await page.keyboard.press('d');
  await expect(cell('C', 1)).toHaveText('Call A');
  await app.undo();
  await expect(cell('C', 1)).toHaveText('Call C');
  // What may not be empty stays: the name leads to the record.
  await list.row(`${mark} A`).getByRole('rowheader').focus();
  await page.keyboard.press('Delete');
  await expect(app.toast).toContainText('Nothing here can be cleared');
});

test('what a spreadsheet would run is copied as text, and pasted here as it was', async ({ page, app, api, name }) => {
  const mark = name('Formula');
  const { id } = await api.deal(`${mark} A`, 'Prospecting', { next_step: '=HYPERLINK("http://example.com")', competitor: '+49 30 901820' });
  const list = await app.openList('opportunity', `${only(mark)}${columns}`);
  await list.cell(`${mark} A`, 1).focus();
  expect(await copied(page)).toBe(`'=HYPERLINK("http://example.com")`);
  await list.cell(`${mark} A`, 2).focus();
  expect(await copied(page)).toBe('+49 30 901820');
  await paste(page, "'=1+1");
  await expect.poll(async () => (await api.read('opportunity', id)).competitor).toBe('=1+1');
});
