import { test } from '../test.ts';
import { millisecondsUntil, p95, percentile, tell } from './measured.ts';
import { openHome } from './walk.ts';

test('board', async ({ page, app }) => {
  await openHome(page);
  const opened: number[] = [];
  for (let time = 0; time < 12; time++) {
    opened.push(await millisecondsUntil(page, { selector: 'article h3' }, () => page.locator('nav a[href="/o/opportunity/board"]').first().click()));
    await page.locator('nav a[href="/"]').first().click();
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  }
  tell({ what: 'a board of 600 cards opens, median', value: percentile(opened, 0.5), goal: 400, unit: 'ms' });

  const board = await app.openBoard();
  const settled: number[] = [];
  for (let time = 0; time < 10; time++) {
    const [from, to] = time % 2 ? ['Qualification', 'Prospecting'] : ['Prospecting', 'Qualification'];
    const card = await board.column(String(from)).getByRole('heading', { level: 3 }).first().innerText();
    await board.drag(card, board.column(String(to)), false);
    const target = await board.column(String(to)).getAttribute('id');
    // Settled: the card lies in its new column, and nothing is in the hand any more.
    settled.push(await millisecondsUntil(page, { selector: `#${target} article:not([aria-hidden])`, text: card, event: 'mouseup' }, () => board.drop()));
  }
  tell({ what: 'a dropped card lies in its column, p95', value: p95(settled), goal: 100, unit: 'ms' });
});
