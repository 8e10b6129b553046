import { expectNoBarriers } from '../accessibility.ts';
import { expect, test } from '../test.ts';

test.use({ timezoneId: 'Europe/Berlin' });

/** A meeting on a day of its own, at ten by the clock of the administrator. */
const meeting = (subject: string, day: string) => ({ subject, starts_at: `${day}T10:00:00Z`, ends_at: `${day}T11:00:00Z` });

test('a meeting is moved in a form, and the week shows it where it is now', async ({ page, api, name }) => {
  const subject = name('Demo');
  const { id } = await api.create('event', meeting(subject, '2031-03-04'));
  await page.goto('/calendar?view=week&date=2031-03-04');
  await page.getByRole('main').getByRole('link').filter({ hasText: subject }).click();
  const dialog = page.getByRole('dialog', { name: subject });
  await dialog.getByLabel(/^Location/).fill('Bremen');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Bremen')).toBeVisible();
  expect((await api.read('event', id)).location).toBe('Bremen');
  await expectNoBarriers(page);
});

test('a task is dragged to another day, and comes back', async ({ page, api, name }) => {
  const subject = name('Offer');
  const { id } = await api.create('task', { subject, due_date: '2031-04-08' });
  await page.goto('/calendar?view=month&date=2031-04-08');
  const entry = page.getByText(subject);
  await entry.hover();
  await page.mouse.down();
  const there = page.locator('[data-date="2031-04-10"]');
  await there.hover();
  await there.hover();
  await page.mouse.up();
  await expect(page.getByRole('status').filter({ hasText: `${subject} moved` })).toBeVisible();
  expect((await api.read('task', id)).due_date).toBe('2031-04-10');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await api.read('task', id)).due_date).toBe('2031-04-08');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('the week is a list', async ({ page, api, name }) => {
    const subject = name('Visit');
    await api.create('event', meeting(subject, '2031-05-06'));
    await page.goto('/calendar?date=2031-05-06');
    await expect(page.getByText(subject)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Agenda' })).toHaveAttribute('aria-pressed', 'true');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectNoBarriers(page);
  });
});
