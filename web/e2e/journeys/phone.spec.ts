import { expect, test } from '../test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('the board shows one stage, and the strip leads to the others', async ({ page, app }) => {
  await app.openBoard();
  const strip = page.getByRole('navigation', { name: 'Columns' });
  await strip.getByRole('button', { name: /^Proposal/ }).tap();
  await expect(page.getByRole('region', { name: /^Proposal, / })).toBeInViewport({ ratio: 0.8 });
  await expect(strip.getByRole('button', { name: /^Proposal/ })).toHaveAttribute('aria-current', 'true');
});

test('lists are rows of two lines that lead to the record', async ({ page }) => {
  await page.goto('/o/contact');
  const row = page.getByRole('list', { name: 'Contacts' }).getByRole('link').first();
  await row.tap();
  await expect(page.getByRole('tab', { name: 'Details' })).toBeVisible();
});

test('the bar under the thumb creates', async ({ page, app }) => {
  await app.open();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'New' }).tap();
  await page.getByRole('menuitem', { name: 'Contact' }).tap();
  await expect(page.getByRole('dialog', { name: 'New Contact' })).toBeVisible();
});

test('nothing is wider than the screen', async ({ page }) => {
  for (const path of ['/', '/o/contact', '/o/opportunity/board', '/setup']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
});
