import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { outOfReach } from './reach.ts';
import { expect } from './test.ts';

/** What the guidelines ask for, and what else is good practice. */
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose answer another theme can change. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** When the page is drawn, nothing is awaited any more and nothing moves: colours fade in with what they belong to. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).or(page.getByRole('dialog')).first().waitFor();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))));
}

/** What axe finds on the page, of any weight; what it leaves to a person to judge is no finding. */
async function findings(page: Page, builder: AxeBuilder): Promise<string[]> {
  await settled(page);
  // Where a dialog is open, the page under it is out of reach, and looked at by a journey of its own.
  if (await page.getByRole('dialog').count()) builder.include('[role="dialog"]');
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 200)} ${node.any.map((check) => check.message).join(' ')}`));
}

/** The page has no barrier as it is shown now. */
export async function expectNoBarriersNow(page: Page): Promise<void> {
  expect(await findings(page, new AxeBuilder({ page }).withTags(standard))).toEqual([]);
}

/** The page has no barrier, neither in the light theme nor in the dark one. */
export async function expectNoBarriers(page: Page): Promise<void> {
  await expectNoBarriersNow(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveClass(/dark/);
  expect(await findings(page, new AxeBuilder({ page }).withRules(rulesOfColour))).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

// The narrowest window that must do, and one of 1440 by 900 pixels at 200 % zoom.
const smallWindows = [
  { width: 320, height: 640 },
  { width: 720, height: 450 },
];

/** Nothing of the page is beside, below or covered in a small window; the window stays small. */
export async function expectAllInReach(page: Page): Promise<void> {
  for (const size of smallWindows) {
    await page.setViewportSize(size);
    await settled(page);
    expect.soft(await outOfReach(page), `at ${size.width} pixels`).toEqual([]);
  }
}
