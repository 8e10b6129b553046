import type { Page } from '@playwright/test';
import { settled } from '../accessibility.ts';
import { dialogs } from '../dialogs.ts';
import { outOfReach } from '../reach.ts';
import { screens } from '../screens.ts';
import { expect, test } from '../test.ts';
import { wordsOf } from '../words.ts';

// The narrowest window that must do, and one of 1440 by 900 pixels at 200 % zoom.
const windows = [
  { width: 320, height: 640 },
  { width: 720, height: 450 },
];
const words = wordsOf('en');

async function expectAllInReach(page: Page): Promise<void> {
  for (const size of windows) {
    await page.setViewportSize(size);
    await settled(page);
    expect.soft(await outOfReach(page), `at ${size.width} pixels`).toEqual([]);
  }
}

// A panel beside the page lies over it where there is no room beside it; Esc closes it.
const panels = ['list with help', 'list with a record beside it'];

for (const { what, who, open } of screens.filter((screen) => screen.who !== 'first administrator' && !panels.includes(screen.what))) {
  test(`${what}: all is in reach`, async ({ page, context, api, name }) => {
    if (who) await context.clearCookies();
    await open({ page, api, name, ...words });
    await expectAllInReach(page);
  });
}

for (const { what, open } of dialogs) {
  test(`${what}: all is in reach in the dialog`, async ({ page, api, name }) => {
    await open({ page, api, name, ...words });
    await page.getByRole('dialog').first().waitFor();
    await expectAllInReach(page);
  });
}
