import type { Locator } from '@playwright/test';
import { nextYear } from '../days.ts';
import { expect, test } from '../test.ts';

test('an amount in another currency tells what it is worth, and the rate with its day', async ({ app, page, api, name }) => {
  const [rate] = await api.query('SELECT rate, valid_from, currency.code FROM exchange_rate ORDER BY valid_from DESC LIMIT 1');
  const { code } = rate?.currency as { code: string };
  const deal = name('Abroad');
  const { id } = await api.deal(deal, 'Prospecting', { currency_code: code, amount: 1000, close_date: nextYear(5) });
  await app.openRecord('opportunity', id);
  const tells = async (amount: Locator) => {
    await amount.hover();
    await expect(amount).toHaveAttribute('data-tooltip', /the rate of \d+ \w+ \d{4}/);
    // Where the rates came later than the tooltip would have, the next movement shows it.
    await page.mouse.move(0, 0);
    await amount.hover();
    await expect(page.getByRole('tooltip')).toContainText('the rate of');
    await page.mouse.move(0, 0);
  };
  await tells(page.getByRole('main').getByText(/1,000/).first());
  // In a list, too, where the day is no column.
  await page.goto(`/o/opportunity?columns=${encodeURIComponent(JSON.stringify(['name', 'amount']))}&filter=${encodeURIComponent(JSON.stringify({ field: 'name', op: '=', value: deal }))}`);
  await tells(page.getByRole('row', { name: deal }).getByText(/1,000/));
});

test('a meeting that was planned in another time zone tells the hour there, with the zone', async ({ app, api, page, name }) => {
  const day = nextYear(3, 1);
  const { id } = await api.create('event', { subject: name('Abroad'), starts_at: `${day}T15:00:00Z`, ends_at: `${day}T16:00:00Z`, time_zone: 'America/New_York' });
  const record = await app.openRecord('event', id);
  await expect(record.value('Starts')).toContainText(/10:00.*(EST|GMT-5)/);
  await api.update('event', id, { time_zone: null });
  await page.reload();
  await expect(record.value('Starts')).not.toContainText(/EST|GMT-5/);
});

test('weeks begin on the day that somebody chose', async ({ someone }) => {
  const { page } = await someone('Sabbath', { administrator: true, first_weekday: 'saturday' });
  await page.goto('/calendar?view=month');
  await expect(page.getByRole('columnheader').first()).toHaveText(/^Sat/);
});

test('what is saved, and how many a list finds, is told to those who hear the screen', async ({ app, api, page, name }) => {
  const mark = name('Heard');
  const { id } = await api.create('account', { name: mark });
  const record = await app.openRecord('account', id);
  await (await record.edit('Website')).fill('https://heard.example');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Website saved' })).toBeAttached();
  await page.goto(`/o/account?filter=${encodeURIComponent(JSON.stringify({ field: 'name', op: '=', value: mark }))}`);
  await expect(page.getByRole('status').filter({ hasText: /^1 record$/ })).toBeAttached();
});

test.describe('from right to left', () => {
  test.use({ locale: 'ar' });
  test('telephone numbers and addresses of mail run from left to right, and names stand by themselves', async ({ page, api, name }) => {
    const last_name = name('Cohen (Tel Aviv)');
    const { id } = await api.create('contact', { last_name, phone: '+442071234567', email: 'ada@example.com' });
    await page.goto(`/o/contact/${id}`);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    const main = page.getByRole('main');
    await expect(main.locator('dd a[href="tel:+442071234567"]').first()).toHaveCSS('direction', 'ltr');
    await expect(main.locator('dd a[href="mailto:ada@example.com"]').first()).toHaveCSS('direction', 'ltr');
    await expect(main.getByRole('heading', { level: 1 }).locator('bdi')).toHaveText(last_name);
    await expect(page.getByRole('button', { name: `\u2068${last_name}\u2069` }).first()).toBeAttached();
  });
});

test('an empty list says what belongs there, shows it, and leads to the first record and to an import', async ({ app, api, page, name }) => {
  const label = name('Boat');
  const object = await api.makeObject(label, { description: 'What floats, and whose it is.' });
  await page.goto(`/o/${object}`);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 2 })).toContainText('yet');
  await expect(main.getByText('What floats, and whose it is.')).toBeVisible();
  await expect(main.locator('svg[width="120"]')).toBeVisible();
  await expect(main.getByRole('button', { name: label, exact: true }).last()).toBeVisible();
  await main.getByRole('button', { name: 'Import' }).click();
  await expect(page).toHaveURL(new RegExp(`/o/${object}/import`));
  await expect(app.page.getByLabel('Choose a file')).toBeAttached();
});
