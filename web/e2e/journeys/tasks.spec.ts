import { expectNoBarriers } from '../accessibility.ts';
import { Api } from '../api.ts';
import { nextYear } from '../days.ts';
import { expect, test } from '../test.ts';

test('tasks are done one after the other, put off or skipped, by keyboard', async ({ someone, name }) => {
  const { page } = await someone('Queue', { administrator: true });
  const own = new Api(page.request);
  const [first, second, third] = [name('First'), name('Second'), name('Third')];
  const contact = await own.create('contact', { last_name: name('Reached'), phone: '+442071234567' });
  const done = await own.create('task', { subject: first, due_date: nextYear(3), contact_id: contact.id });
  await own.create('task', { subject: second, due_date: nextYear(4) });
  const later = await own.create('task', { subject: third, due_date: nextYear(5) });
  await page.goto('/');
  await page.getByRole('link', { name: 'One by one' }).click();
  const task = (subject: string) => page.getByRole('region', { name: subject });
  await expect(task(first)).toBeVisible();
  await expect(task(first).getByRole('link', { name: /^Call/ })).toHaveAttribute('href', 'tel:+442071234567');
  await expect(page.getByText('3 tasks are left')).toBeVisible();
  await expectNoBarriers(page);
  await expect(page.getByRole('button', { name: 'Done, next' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(task(second)).toBeVisible();
  await expect.poll(async () => (await own.read('task', done.id)).is_closed).toBe(true);
  await page.getByRole('button', { name: 'Skip' }).click();
  await expect(task(third)).toBeVisible();
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('menuitem', { name: 'Tomorrow' }).click();
  await expect.poll(async () => (await own.read('task', later.id)).due_date).not.toBe(nextYear(5));
  await expect(task(third)).toBeVisible();
  await page.getByRole('button', { name: 'Done, next' }).click();
  await expect(page.getByText('1 task was skipped.')).toBeVisible();
  await page.getByRole('button', { name: 'Show them again' }).click();
  await expect(task(second)).toBeVisible();
});

test('the last step of an open deal asks for the next one, and no other does', async ({ page, app, api, name }) => {
  const deal = await api.deal(name('Goes on'), 'Prospecting');
  const [one, other] = [name('Call'), name('Send the offer')];
  await api.create('task', { subject: one, related_to_id: deal.id, due_date: nextYear(3) });
  await api.create('task', { subject: other, related_to_id: deal.id, due_date: nextYear(4) });
  await app.openRecord('opportunity', deal.id);
  await page.getByRole('checkbox', { name: `Done: ${one}` }).check({ force: true });
  await expect(page.getByText(`${one} is done`)).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('checkbox', { name: `Done: ${other}` }).check({ force: true });
  const dialog = page.getByRole('dialog', { name: 'New Task' });
  await expect(dialog.getByRole('textbox', { name: 'Subject' })).toHaveValue(/^Follow up/);
  await dialog.getByRole('textbox', { name: /^Due/ }).fill('tomorrow 3pm');
  await expect(dialog.getByLabel(/^At/)).toHaveValue('15:00');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(dialog).toBeHidden();
  const [made] = await api.query(`SELECT subject, due_time FROM task WHERE related_to_id = '${deal.id}' AND is_closed = false`);
  expect(made).toMatchObject({ due_time: '15:00:00' });
});

test('a task is done from its own page', async ({ page, app, api, name }) => {
  const subject = name('Here');
  const { id } = await api.create('task', { subject });
  await app.openRecord('task', id);
  await page.getByRole('group', { name: 'Actions' }).getByRole('button', { name: 'Done' }).click();
  await expect(app.toast).toContainText(`${subject} is done`);
  expect((await api.read('task', id)).is_closed).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('group', { name: 'Actions' }).getByRole('button', { name: 'Done' })).toBeVisible();
});

test('how often a task comes again is said in words', async ({ app, api, name }) => {
  const subject = name('Report');
  const dialog = await app.openCreate('task');
  await dialog.field('Subject').fill(subject);
  await dialog.field('Due').fill(nextYear(5));
  await dialog.field('Recurrence').selectOption({ label: 'Every week' });
  const record = await dialog.create();
  await expect(record.value('Recurrence')).toContainText('Every week');
  const rule = async () => (await api.query(`SELECT recurrence FROM task WHERE subject = '${subject}'`))[0]?.recurrence;
  expect(await rule()).toBe('FREQ=WEEKLY');
  await (await record.edit('Recurrence')).selectOption({ label: 'Every month' });
  await expect.poll(rule).toBe('FREQ=MONTHLY');
});
