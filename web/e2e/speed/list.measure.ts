import { expect, test } from '../test.ts';
import { millisecondsUntil, p95, tell } from './measured.ts';

// Each stands somewhere in the names of some contacts, and its beginning in those of more.
const typed = ['mar', 'son', 'del', 'kar', 'lan', 'ber', 'tho', 'win'];

test('keystroke to filtered list', async ({ page, app }) => {
  const taken: number[] = [];
  for (const word of typed) {
    const filter = { field: 'name', op: 'contains', value: '' };
    await app.openList('contact', `?filter=${encodeURIComponent(JSON.stringify(filter))}`);
    await page.getByRole('button', { name: /^Name contains/ }).click();
    const box = page.getByRole('dialog').getByRole('textbox');
    for (let length = 1; length <= word.length; length++) {
      const letters = word.slice(0, length);
      const arrival = { selector: 'main:not(:has([aria-busy="true"])) :is([role="grid"] th a, h2)', address: `"value":"${letters}"` };
      taken.push(await millisecondsUntil(page, arrival, () => box.pressSequentially(letters.slice(-1))));
    }
  }
  tell({ what: 'keystroke to filtered list, p95', value: p95(taken), goal: 100, unit: 'ms' });
});

test('scroll', async ({ page, app }) => {
  const list = await app.openList('contact', '?sort=name');
  await list.table.getByRole('rowheader').first().waitFor();
  const { rows, framesASecond } = await page.evaluate(async () => {
    const scroller = document.querySelector('[role="grid"]')?.parentElement as HTMLElement;
    const frame = () => new Promise(requestAnimationFrame);
    // To the end, which is further away with each page that arrives.
    for (let idle = 0, height = 0; idle < 60; height = scroller.scrollHeight) {
      scroller.scrollTop = scroller.scrollHeight;
      await frame();
      idle = scroller.scrollHeight === height ? idle + 1 : 0;
    }
    // Two screens up and down a second, at the beginning, in the middle and at the end.
    const rates: number[] = [];
    for (const depth of [0.01, 0.5, 0.98]) {
      scroller.scrollTop = scroller.scrollHeight * depth;
      await frame();
      const begun = performance.now();
      let frames = 0;
      for (; performance.now() - begun < 4000; frames++) {
        scroller.scrollTop += frames < 120 ? 27 : -27;
        await frame();
      }
      rates.push((frames * 1000) / (performance.now() - begun));
    }
    return { rows: Math.round(scroller.scrollHeight / 36), framesASecond: Math.min(...rates) };
  });
  expect(rows).toBeGreaterThanOrEqual(100_000);
  tell({ what: 'scrolling through 100,000 rows, slowest of beginning, middle and end', value: framesASecond, goal: 55, unit: 'frames a second', least: true });
});
