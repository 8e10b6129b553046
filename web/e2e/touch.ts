import type { Locator } from '@playwright/test';

export interface Way {
  /** How far the finger goes, in pixels to the right and down. */
  x?: number;
  y?: number;
  /** How long it rests before it moves, in milliseconds. */
  hold?: number;
  /** How long it rests before it is lifted, in milliseconds. */
  rest?: number;
}

/** Puts a finger on something, moves it in steps as fingers do, and lifts it. */
export async function drawFinger(target: Locator, { x = 0, y = 0, hold = 0, rest = 0 }: Way): Promise<void> {
  const page = target.page();
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error(`${target.toString()} is not shown.`);
  const from = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 24) };
  const screen = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) => screen.send('Input.dispatchTouchEvent', { type, touchPoints });
  // A finger that rests is what is tried here: nothing on the page tells when it has rested for long enough.
  const wait = (time: number) => page.evaluate((milliseconds) => new Promise((done) => setTimeout(done, milliseconds)), time);
  await send('touchStart', [from]);
  if (hold > 0) await wait(hold);
  const steps = 8;
  for (let step = 1; step <= steps && (x !== 0 || y !== 0); step++) await send('touchMove', [{ x: from.x + (x * step) / steps, y: from.y + (y * step) / steps }]);
  // One that is lifted in full flight throws the page, and the next tap would only stop that.
  for (let frame = 0; frame < 5; frame++) await page.evaluate(() => new Promise(requestAnimationFrame));
  if (rest > 0) await wait(rest);
  await send('touchEnd', []);
  await screen.detach();
}
