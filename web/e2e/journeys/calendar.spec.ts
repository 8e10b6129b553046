import { expectNoBarriers } from '../accessibility.ts';
import { nextYear } from '../days.ts';
import { drag } from '../drag.ts';
import { expect, test } from '../test.ts';

test.use({ timezoneId: 'Europe/Berlin' });

/** A meeting on a day of its own, at ten by the clock of the administrator. */
const meeting = (subject: string, day: string) => ({ subject, starts_at: `${day}T10:00:00Z`, ends_at: `${day}T11:00:00Z` });

test('a meeting is moved in a form, and the week shows it where it is now', async ({ page, api, name }) => {
  const subject = name('Demo');
  const { id } = await api.create('event', meeting(subject, nextYear(3, 1)));
  await page.goto(`/calendar?view=week&date=${nextYear(3, 1)}`);
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
  const { id } = await api.create('task', { subject, due_date: nextYear(4, 1) });
  await page.goto(`/calendar?view=month&date=${nextYear(4, 1)}`);
  await drag(page.getByText(subject), page.locator(`[data-date="${nextYear(4, 3)}"]`));
  await expect(page.getByRole('status').filter({ hasText: `${subject} moved` })).toBeVisible();
  expect((await api.read('task', id)).due_date).toBe(nextYear(4, 3));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await api.read('task', id)).due_date).toBe(nextYear(4, 1));
});

test('a meeting is made longer by its lower edge, and comes back', async ({ page, api, name }) => {
  const subject = name('Longer');
  const { id } = await api.create('event', meeting(subject, nextYear(10, 1)));
  await page.goto(`/calendar?view=week&date=${nextYear(10, 1)}`);
  const entry = page.getByRole('main').getByRole('link').filter({ hasText: subject });
  await entry.hover();
  const [edge, line] = [await entry.locator('.fc-event-resizer-end').boundingBox(), await page.locator('.fc-timegrid-slot-lane[data-time="16:00:00"]').boundingBox()];
  if (!edge || !line) throw new Error('The meeting has no edge to draw.');
  await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width / 2, line.y - 20, { steps: 5 });
  await page.mouse.move(edge.x + edge.width / 2, line.y + line.height / 2);
  await page.mouse.up();
  await expect(page.getByRole('status').filter({ hasText: `${subject} moved` })).toBeVisible();
  const hours = async () => {
    const { starts_at, ends_at } = await api.read('event', id);
    return (Date.parse(String(ends_at)) - Date.parse(String(starts_at))) / 3_600_000;
  };
  expect(await hours()).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(hours).toBe(1);
});

test('calendars of colleagues lie over one’s own, each entry with its person', async ({ page, api, name, someone }) => {
  const colleague = await someone('Colleague');
  const [me] = await api.query("SELECT id FROM user WHERE administrator = true ORDER BY id LIMIT 1");
  const [mine, theirs] = [name('Mine'), name('Theirs')];
  await api.create('event', { ...meeting(mine, nextYear(11, 2)), owner_id: me?.id });
  await api.create('event', { ...meeting(theirs, nextYear(11, 2)), owner_id: colleague.id });
  await page.goto(`/calendar?view=agenda&date=${nextYear(11, 2)}`);
  await page.getByRole('button', { name: 'People' }).click();
  const people = page.getByRole('dialog', { name: 'People' });
  await people.getByRole('searchbox').fill(colleague.last_name);
  await people.getByRole('checkbox', { name: colleague.last_name }).check({ force: true });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row').filter({ hasText: theirs })).toContainText(colleague.last_name);
  await expect(page.getByRole('row').filter({ hasText: mine })).not.toContainText(colleague.last_name);
});

test('one time of a recurring meeting is changed, the others stay, and it comes back', async ({ page, api, name }) => {
  const subject = name('Stand-up');
  const { id } = await api.create('event', { ...meeting(subject, nextYear(6)), recurrence: 'FREQ=DAILY;COUNT=4' });
  await page.goto(`/calendar?view=week&date=${nextYear(6)}`);
  const times = page.getByRole('main').getByRole('link').filter({ hasText: subject });
  await expect(times).toHaveCount(4);
  await times.nth(1).click();
  const dialog = page.getByRole('dialog', { name: subject });
  await dialog.getByLabel(/^Location/).fill('Attic');
  await expect(dialog.getByLabel('Which ones')).toHaveValue('this');
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Attic')).toHaveCount(1);
  await expect(times).toHaveCount(4);
  expect((await api.read('event', id)).location).toBeNull();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Attic')).toHaveCount(0);
  await expect(times).toHaveCount(4);
  await times.nth(2).click();
  await dialog.getByLabel('Which ones').selectOption({ label: 'This and all that follow' });
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(times).toHaveCount(2);
});

test('a meeting begins to recur in its form', async ({ page, api, name }) => {
  const subject = name('Weekly');
  const { id } = await api.create('event', meeting(subject, nextYear(7, 1)));
  await page.goto(`/calendar?view=month&date=${nextYear(7, 1)}`);
  const times = page.getByRole('main').getByRole('link').filter({ hasText: subject });
  await times.first().click();
  const dialog = page.getByRole('dialog', { name: subject });
  await dialog.getByLabel('Repeats').selectOption({ label: 'Every week' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(times).toHaveCount(5);
  expect((await api.read('event', id)).recurrence).toBe('FREQ=WEEKLY');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('the week is a list', async ({ page, api, name }) => {
    const subject = name('Visit');
    await api.create('event', meeting(subject, nextYear(5, 1)));
    await page.goto(`/calendar?date=${nextYear(5, 1)}`);
    await expect(page.getByText(subject)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Agenda' })).toHaveAttribute('aria-pressed', 'true');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectNoBarriers(page);
  });
});

test('the hours of a week are told in other time zones beside one’s own, and stay so', async ({ page }) => {
  await page.goto(`/calendar?view=week&date=${nextYear(3, 1)}`);
  await page.getByRole('button', { name: 'Time zones' }).click();
  const picker = page.getByRole('dialog', { name: 'Time zones' });
  for (const city of ['New York', 'Tokyo']) {
    await picker.getByLabel('Find a city').fill(city);
    await picker.getByRole('checkbox', { name: new RegExp(`^${city}`) }).check({ force: true });
  }
  await page.keyboard.press('Escape');
  const nine = page.locator('.fc-timegrid-slot-label[data-time="09:00:00"]');
  await expect(nine).toHaveText('3:0017:009:00');
  await expect(page.locator('.fc-timegrid-slot-label[data-time="01:00:00"]')).toHaveText('19:00−1 d9:001:00');
  await expectNoBarriers(page);
  await page.reload();
  await expect(nine).toHaveText('3:0017:009:00');
  await page.getByRole('button', { name: 'Day', exact: true }).click();
  await expect(nine).toHaveText('3:0017:009:00');
});

test('of a private meeting colleagues see that the time is taken, and nothing else', async ({ api, browser, baseURL, name }) => {
  const [owner, reader] = [name('Owner'), name('Reader')];
  const email = (last_name: string) => `${last_name.toLowerCase().replace(' ', '-')}@example.com`;
  for (const last_name of [owner, reader]) await api.addPerson({ last_name, email: email(last_name), password: 'a first passphrase' });
  const [person] = await api.query(`SELECT id FROM user WHERE email = '${email(owner)}'`);
  const subject = name('Biopsy');
  await api.create('event', { ...meeting(subject, nextYear(9, 2)), owner_id: person?.id, private: true, location: 'Clinic' });
  const context = await browser.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
  await context.request.post('/api/v1/session', { data: { email: email(reader), password: 'a first passphrase' } });
  const page = await context.newPage();
  await page.goto(`/calendar?view=week&date=${nextYear(9, 2)}&people=${encodeURIComponent(JSON.stringify([person?.id]))}`);
  const busy = page.getByRole('main').getByText('Busy', { exact: true });
  await expect(busy).toHaveCount(1);
  await busy.click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(subject)).toHaveCount(0);
  await expect(page.getByText('Clinic')).toHaveCount(0);
  await expectNoBarriers(page);
  await context.close();
});
