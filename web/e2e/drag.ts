import type { Locator } from '@playwright/test';

/** Takes an entry of the calendar to another place with the mouse. The second step there is the one that the calendar answers. */
export async function drag(entry: Locator, there: Locator): Promise<void> {
  const { mouse } = entry.page();
  await entry.hover();
  await mouse.down();
  await there.hover();
  await there.hover();
  await mouse.up();
}
