import { expect, test } from '../test.ts';

test('what floats over a page is loaded when the page is used, and tells the names of its buttons', async ({ page, app }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const floating = () => loaded.some((path) => path.startsWith('/assets/floating-'));
  await app.open();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(floating()).toBe(false);

  const bell = page.getByRole('button', { name: /^Notifications/ });
  await bell.hover();
  const told = page.getByRole('tooltip');
  await expect(told).toContainText('Notifications');
  await expect.poll(floating).toBe(true);
  const [button, box] = [await bell.boundingBox(), await told.boundingBox()];
  expect(box && button && (box.y >= button.y + button.height || box.y + box.height <= button.y)).toBe(true);
  expect(box && box.x >= 0 && box.x + box.width <= (page.viewportSize()?.width ?? 0)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(told).toHaveCount(0);

  await bell.click();
  await expect(page.getByRole('dialog', { name: 'Notifications' })).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('the focus on a button tells its name, a press takes it away', async ({ page, app }) => {
  await app.open();
  await page.getByRole('button', { name: /^Notifications/ }).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tooltip')).toContainText('Notifications');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
});

test('what the focus scrolls into sight keeps its tooltip', async ({ page, app, api, name }) => {
  await page.setViewportSize({ width: 1440, height: 420 });
  const { id } = await api.create('contact', { last_name: name('Below') });
  await app.openRecord('contact', id);
  const locked = page.getByRole('button', { name: /is kept by Rapport and cannot be changed/ }).last();
  await locked.focus();
  await page.keyboard.press('Shift+Tab');
  await page.evaluate(() => document.querySelectorAll('*').forEach((element) => element.scrollTo({ top: 0 })));
  await expect(locked).not.toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(locked).toBeInViewport();
  // The frame after the one in which it was scrolled hears of that.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
  await expect(page.getByRole('tooltip')).toContainText('kept by Rapport');
});

test('a page whose tooltips cannot come does without them', async ({ page, app }) => {
  await page.route('**/assets/tooltip-layer-*', (route) => route.abort());
  await app.open();
  const refused = page.waitForEvent('requestfailed');
  await page.getByRole('button', { name: /^Notifications/ }).hover();
  await refused;
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await expect(page.getByRole('dialog', { name: 'Notifications' })).toBeVisible();
});
