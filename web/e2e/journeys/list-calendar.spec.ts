import { expectNoBarriers } from '../accessibility.ts';
import { nextYear } from '../days.ts';
import { drag } from '../drag.ts';
import { only } from '../only.ts';
import { expect, test } from '../test.ts';

test.use({ timezoneId: 'Europe/Berlin' });

test('the filter of a list goes along into a calendar, which asks for its days only', async ({ page, app, api, name }) => {
  const mark = name('Closing');
  await api.deal(`${mark} in May`, 'Prospecting', { close_date: nextYear(5, 8) });
  await api.deal(`${mark} in June`, 'Prospecting', { close_date: nextYear(6, 15) });
  await app.openList('opportunity', `${only(mark)}&day=${nextYear(5)}`);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    const filter = searchParams.get('filter') ?? 'everything';
    // What was opened last is asked for by its ids, for its name.
    if (pathname === '/api/v1/records/opportunity' && !filter.startsWith('{"field":"id"')) asked.push(filter);
  });
  const ways = page.getByRole('group', { name: 'Show as' });
  await ways.getByRole('button', { name: 'Calendar' }).click();
  const entry = (what: string) => page.getByRole('main').getByRole('link').filter({ hasText: `${mark} ${what}` });
  await expect(entry('in May')).toBeVisible();
  await expect(entry('in June')).toHaveCount(0);
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(entry('in June')).toBeVisible();
  expect(asked.length).toBeGreaterThan(0);
  for (const filter of asked) expect(filter).toContain('"field":"close_date","op":"<"');

  await entry('in June').click();
  const beside = page.getByRole('complementary', { name: new RegExp(`${mark} in June`) });
  await expect(beside).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(entry('in June')).toBeVisible();
  await ways.getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('rowheader')).toHaveCount(2);
});

test('an entry that is dragged to another day takes its field along, and comes back', async ({ page, app, api, name }) => {
  const mark = name('Dragged');
  const { id } = await api.deal(mark, 'Prospecting', { close_date: nextYear(7, 1) });
  await page.goto(`/o/opportunity${only(mark)}&as=calendar&day=${nextYear(7, 1)}`);
  const entry = page.getByRole('main').getByRole('link').filter({ hasText: mark });
  await drag(entry, page.locator(`[data-date="${nextYear(7, 3)}"]`));
  await expect(page.getByRole('status').filter({ hasText: `${mark} moved` })).toBeVisible();
  expect((await api.read('opportunity', id)).close_date).toBe(nextYear(7, 3));
  await expect(page.locator(`[data-date="${nextYear(7, 3)}"]`).getByText(mark)).toBeVisible();
  await app.undo();
  await expect(page.locator(`[data-date="${nextYear(7, 1)}"]`).getByText(mark)).toBeVisible();
  expect((await api.read('opportunity', id)).close_date).toBe(nextYear(7, 1));
});

test('what lasts is drawn from its first day to its last and moved as a whole', async ({ page, api, name }) => {
  const mark = name('Fair');
  const { id } = await api.create('event', { subject: mark, starts_at: `${nextYear(8, 1)}T22:30:00Z`, ends_at: `${nextYear(8, 2)}T00:30:00Z` });
  const mine = encodeURIComponent(JSON.stringify({ field: 'subject', op: 'contains', value: mark }));
  await page.goto(`/o/event?as=calendar&span=week&day=${nextYear(8, 2)}&filter=${mine}`);
  // Half past midnight in Berlin.
  const there = (day: string) => page.locator(`.fc-daygrid-day[data-date="${day}"]`);
  await expect(there(nextYear(8, 2)).getByText('0:30')).toBeVisible();
  await drag(page.getByRole('main').getByRole('link').filter({ hasText: mark }), there(nextYear(8, 4)));
  await expect(there(nextYear(8, 4)).getByText(mark)).toBeVisible();
  await expect.poll(async () => (await api.read('event', id)).starts_at).toBe(`${nextYear(8, 3)}T22:30:00Z`);
  expect((await api.read('event', id)).ends_at).toBe(`${nextYear(8, 4)}T00:30:00Z`);
});

test('an object of one’s own has a calendar by any of its dates, and says when there are more than it shows', async ({ page, api, name }) => {
  const object = await api.makeObject(name('Audit'));
  await api.addField(object, { name: 'visit_on', label: 'Visit', type: 'date' });
  await api.addField(object, { name: 'report_at', label: 'Report', type: 'datetime' });
  await api.create(object, { name: 'Bremen', visit_on: nextYear(9, 8), report_at: `${nextYear(10, 12)}T10:00:00Z` });
  await api.create(object, { name: 'Nowhen' });
  await page.goto(`/o/${object}?as=calendar&day=${nextYear(9)}`);
  const entry = page.getByRole('main').getByRole('link').filter({ hasText: 'Bremen' });
  await expect(entry).toBeVisible();
  await page.getByLabel('By which date').selectOption({ label: 'Report' });
  await expect(entry).toHaveCount(0);
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(page.locator(`[data-date="${nextYear(10, 12)}"]`).getByText('Bremen')).toBeVisible();
  await page.getByRole('button', { name: '1 without a date' }).click();
  await expect(page.getByRole('rowheader')).toHaveText(['Nowhen']);

  await api.importCsv(object, `Name,Visit\n${Array.from({ length: 1001 }, (_, index) => `Row ${index},${nextYear(11, 1)}`).join('\n')}\n`);
  await page.goto(`/o/${object}?as=calendar&day=${nextYear(11)}`);
  await expect(page.getByText('The calendar shows the first 1,000 records of these days.')).toBeVisible({ timeout: 20_000 });
});

test.describe('on a phone, from right to left', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'ar' });
  test('the days stand in a list', async ({ page, api, name }) => {
    const mark = name('Small');
    await api.deal(mark, 'Prospecting', { close_date: nextYear(12, 8) });
    await page.goto(`/o/opportunity${only(mark)}&as=calendar&day=${nextYear(12)}`);
    await expect(page.locator('.fc-list-event').filter({ hasText: mark })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectNoBarriers(page);
  });
});

test('a view that is saved as a calendar opens as one, by its date', async ({ page, api, app, name }) => {
  const [mark, label] = [name('Kept'), name('Revisits')];
  await api.deal(mark, 'Prospecting', { revisit_date: nextYear(2, 1) });
  const list = await app.openList('opportunity', `${only(mark)}&as=calendar&day=${nextYear(2)}`);
  await page.getByLabel('By which date').selectOption({ label: 'Revisit on' });
  await list.viewMenu('Save as a new view');
  await page.getByLabel('Name of the view').fill(label);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const tab = page.getByRole('tab', { name: label });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'All opportunities' }).click();
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await tab.click();
  await expect(page.getByLabel('By which date')).toHaveValue('revisit_date');
  await expect(page.locator(`[data-date="${nextYear(2, 1)}"]`).getByText(mark)).toBeVisible();
});
