import type { Page } from '@playwright/test';
import { nextYear } from '../days.ts';
import { RecordPage } from '../pages/record-page.ts';
import { Api } from '../api.ts';
import { expect, test } from '../test.ts';

const bell = (page: Page) => page.getByRole('button', { name: /^Notifications/ });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Notifications' });
const soon = () => new Date(Date.now() + 2000).toISOString();

test('a task and a meeting remind when their time has come, and lead there', async ({ api, someone, name }) => {
  const [ben, cleo] = [await someone('Ben', { administrator: true }), await someone('Cleo', { administrator: true })];
  await ben.page.goto('/');
  const own = new Api(ben.page.request);
  const [task, meeting] = [name('Call the harbour'), name('Review')];
  const { email } = await api.read('user', cleo.id);
  await own.create('task', { subject: task, due_date: nextYear(5), reminder_at: soon() });
  await expect(bell(ben.page)).toHaveAccessibleName('Notifications, 1 unread');
  await own.create('event', { subject: meeting, starts_at: `${nextYear(6)}T10:00:00Z`, ends_at: `${nextYear(6)}T11:00:00Z`, reminder_at: soon(), attendees: [email] });
  await expect(bell(ben.page)).toHaveAccessibleName('Notifications, 2 unread');

  await bell(ben.page).click();
  await expect(panel(ben.page).getByRole('listitem').filter({ hasText: task })).toContainText(/Reminder: due \d+ May/);
  await expect(panel(ben.page).getByRole('listitem').filter({ hasText: meeting })).toContainText(/Reminder: begins \d+ Jun/);
  await panel(ben.page).getByRole('link', { name: task }).click();
  await expect(ben.page).toHaveURL(/\/o\/task\/\w{18}/);

  // Who was invited is told as well.
  await cleo.page.goto('/');
  await expect(bell(cleo.page)).toHaveAccessibleName('Notifications, 1 unread');
});

test('a reminder is chosen as so much time before, and follows what it is before', async ({ app, api, name }) => {
  const subject = name('Call');
  const dialog = await app.openCreate('task');
  await dialog.field('Subject').fill(subject);
  await expect(dialog.field('Remind me')).toHaveRole('textbox');
  await dialog.field('Due').fill(nextYear(5));
  await expect(dialog.field('Remind me').getByRole('option')).toHaveText(['None', /^That day at 0?9:00/, /^The day before at 0?9:00/, 'Another moment…']);
  await dialog.field('At').fill('15:00');
  await dialog.field('Remind me').selectOption('1 hour before');
  await dialog.field('Due').fill(nextYear(5, 1));
  const record = await dialog.create();
  const made = async () => (await api.query(`SELECT due_date, due_time, reminder_at FROM task WHERE subject = '${subject}'`))[0];
  const before = Date.parse(String((await made())?.reminder_at));
  expect((await made())?.due_date).toBe(nextYear(5, 1));

  // Moved on its page, it takes its reminder along.
  await (await record.edit('Due')).fill(nextYear(5, 3));
  await record.page.keyboard.press('Enter');
  await expect.poll(async () => Date.parse(String((await made())?.reminder_at)) - before).toBe(2 * 86_400_000);
  await (await record.edit('Remind me')).selectOption('10 minutes before');
  await expect.poll(async () => Date.parse(String((await made())?.reminder_at)) - before).toBe(2 * 86_400_000 + 50 * 60_000);
  await (await record.edit('Remind me')).selectOption('Another moment…');
  await record.page.getByLabel('Moment of the reminder').fill(`${nextYear(4)} 8:30`);
  await record.page.keyboard.press('Enter');
  await expect(record.value('Remind me')).toContainText('8:30');
  await (await record.edit('Remind me')).selectOption('None');
  await expect.poll(async () => (await made())?.reminder_at).toBeNull();
});

test('a meeting planned below a record reminds ten minutes before', async ({ page, app, api, name }) => {
  const { id } = await api.deal(name('Talked about'), 'Prospecting');
  await app.openRecord('opportunity', id);
  const composer = page.getByRole('form', { name: 'Write down' });
  await composer.getByRole('tab', { name: 'Event' }).click();
  await composer.getByRole('textbox', { name: 'Subject' }).fill(name('Review'));
  await composer.getByRole('textbox', { name: 'Starts' }).fill(`${nextYear(6)} 10:00`);
  await composer.getByRole('textbox', { name: 'Ends' }).fill(`${nextYear(6)} 11:00`);
  await composer.getByRole('combobox', { name: 'Remind me' }).selectOption('10 minutes before');
  await composer.getByRole('button', { name: 'Save Event' }).click();
  await expect.poll(async () => {
    const [made] = await api.query(`SELECT starts_at, reminder_at FROM event WHERE related_to_id = '${id}'`);
    return made && Date.parse(String(made.starts_at)) - Date.parse(String(made.reminder_at));
  }).toBe(600_000);
});

test('the form of the calendar has the reminder, of one time of a series and of all', async ({ page, api, name }) => {
  const subject = name('Stand-up');
  const at = (day: number, clock: string) => `${nextYear(9, day)}T${clock}:00Z`;
  const { id } = await api.create('event', { subject, starts_at: at(1, '10:00'), ends_at: at(1, '11:00'), recurrence: 'FREQ=DAILY;COUNT=3', reminder_at: at(1, '09:00') });
  await page.goto(`/calendar?view=month&date=${nextYear(9, 1)}`);
  const times = page.getByRole('main').getByRole('link').filter({ hasText: subject });
  const dialog = page.getByRole('dialog', { name: subject });
  const remind = dialog.getByRole('combobox', { name: 'Remind me' });
  await times.nth(1).click();
  await expect(remind.locator('option:checked')).toHaveText('1 hour before');
  await remind.selectOption('10 minutes before');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const [one] = await api.query(`SELECT reminder_at FROM event WHERE recurring_event_id = '${id}'`);
  expect(one?.reminder_at).toBe(at(2, '09:50'));
  await times.nth(2).click();
  await dialog.getByLabel('Which ones').selectOption({ label: 'All' });
  await remind.selectOption('None');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect((await api.read('event', id)).reminder_at).toBeNull();
});

test('a moment is edited by the day on the wall of whoever edits it', async ({ someone, name }) => {
  const kiri = await someone('Kiri', { administrator: true, time_zone: 'Pacific/Auckland' });
  const own = new Api(kiri.page.request);
  const { id } = await own.create('task', { subject: name('Early'), reminder_at: `${nextYear(6)}T20:00:00Z` });
  await kiri.page.goto(`/o/task/${id}`);
  const record = await new RecordPage(kiri.page).ready();
  const shown = await record.edit('Remind me');
  await expect(shown).toHaveValue(new RegExp(`^0?${Number(nextYear(6, 1).slice(8))} June .* 0?8:00`));
  await shown.press('End');
  await shown.pressSequentially(' ');
  await shown.press('Enter');
  await expect(record.value('Remind me')).toContainText('8:00');
  expect((await own.read('task', id)).reminder_at).toBe(`${nextYear(6)}T20:00:00Z`);
});
