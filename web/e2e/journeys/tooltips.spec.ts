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
