import { only } from '../only.ts';
import { expect, test } from '../test.ts';

test('a field is edited in place: Enter saves, Esc cancels, a wrong value is told under it', async ({ page, app, api, name }) => {
  const deal = name('Edited');
  const { id } = await api.deal(deal, 'Prospecting');
  const record = await app.openRecord('opportunity', id);

  await (await record.edit('Competitor')).fill('Sveapack AB');
  await page.keyboard.press('Enter');
  await expect(record.value('Competitor')).toContainText('Sveapack AB');
  await expect.poll(async () => (await api.read('opportunity', id)).competitor).toBe('Sveapack AB');

  await (await record.edit('Competitor')).fill('Somebody else');
  await page.keyboard.press('Escape');
  await expect(record.value('Competitor')).toContainText('Sveapack AB');

  await (await record.edit('Close date')).fill('tomorow');
  await page.keyboard.press('Enter');
  await expect(record.value('Close date').getByRole('alert')).toContainText('tomorow');
  await page.keyboard.press('Escape');
});

test('loose input becomes what is meant', async ({ page, app, api, name }) => {
  const { id } = await api.deal(name('Loose'), 'Prospecting');
  const record = await app.openRecord('opportunity', id);
  await (await record.edit('Amount')).fill('1.5k');
  await page.keyboard.press('Enter');
  await expect(record.value('Amount')).toContainText('€1,500');
  await expect.poll(async () => (await api.read('opportunity', id)).amount).toBe(1500);
});

test('when somebody else was faster, their value is shown and one chooses', async ({ page, app, api, name }) => {
  const { id } = await api.deal(name('Contested'), 'Prospecting');
  const record = await app.openRecord('opportunity', id);
  const input = await record.edit('Competitor');
  await api.update('opportunity', id, { competitor: 'Theirs' });
  await input.fill('Mine');
  await page.keyboard.press('Enter');
  await expect(record.value('Competitor').getByRole('alert')).toContainText('Theirs');
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(async () => (await api.read('opportunity', id)).competitor).toBe('Mine');
});

test('a change of another field by somebody else does not stand in the way', async ({ page, app, api, name }) => {
  const { id } = await api.deal(name('Shared'), 'Prospecting');
  const record = await app.openRecord('opportunity', id);
  const input = await record.edit('Competitor');
  await api.update('opportunity', id, { next_step: 'Theirs' });
  await input.fill('Mine');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await api.read('opportunity', id)).competitor).toBe('Mine');
  expect((await api.read('opportunity', id)).next_step).toBe('Theirs');
});

test('a reference is found by typing, and leads to its record', async ({ page, app, api, name }) => {
  const company = name('Hallström');
  await api.create('account', { name: company });
  const { id } = await api.deal(name('Linked'), 'Prospecting');
  const record = await app.openRecord('opportunity', id);
  await (await record.edit('Account')).fill(company.slice(0, 12));
  await page.getByRole('option', { name: company }).click();
  await expect(record.value('Account').getByRole('link', { name: company })).toBeVisible();
  await record.value('Account').getByRole('link', { name: company }).click();
  await expect(record.title).toHaveText(company);
});

test('notes and tasks stand on the timeline, and a task is finished from there', async ({ page, app, api, name }) => {
  const { id } = await api.deal(name('Told'), 'Prospecting');
  const record = await app.openRecord('opportunity', id);
  await expect(page.getByText('No next step.')).toBeVisible();
  const task = name('Send the drawing');
  await record.write('Task', { Subject: task });
  await expect(page.getByRole('region', { name: 'Planned' })).toContainText(task);
  await expect(page.getByText('No next step.')).toBeHidden();
  await record.write('Note', { Note: 'Crane must be ordered early' });
  await expect(page.getByRole('tabpanel')).toContainText('Crane must be ordered early');
  await page.getByRole('checkbox', { name: `Done: ${task}` }).click({ force: true });
  await expect(app.toast).toContainText(`${task} is done`);
});

test('history tells who changed what', async ({ page, app, api, name }) => {
  const { id } = await api.deal(name('Known'), 'Prospecting');
  await api.update('opportunity', id, { competitor: 'Sveapack' });
  const record = await app.openRecord('opportunity', id);
  const history = await record.openTab('History');
  await expect(history).toContainText('Competitor');
  await expect(history).toContainText('Sveapack');
  await expect(page).toHaveURL(/tab=history/);
});

test('a deleted record is brought back by undo', async ({ page, app, api, name }) => {
  const deal = name('Deleted');
  const { id } = await api.deal(deal, 'Prospecting');
  const record = await app.openRecord('opportunity', id);
  await record.delete(deal);
  await expect(app.toast).toContainText(`${deal} is in the trash`);
  await app.undo();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(record.title).toHaveText(deal);
});

test('an undo that fails says so', async ({ page, app, api, name }) => {
  const deal = name('Gone');
  const { id } = await api.deal(deal, 'Prospecting');
  const record = await app.openRecord('opportunity', id);
  await record.delete(deal);
  await expect(app.toast).toContainText(`${deal} is in the trash`);
  await page.route('**/change_sets/*/undo', (route) => route.abort());
  await app.undo();
  await expect(app.toast).toContainText('That could not be undone');
});

test('one goes on to the next record of the list', async ({ page, app, api, name }) => {
  const mark = name('Row');
  for (const each of ['A', 'B']) await api.deal(`${mark} ${each}`, 'Prospecting');
  const list = await app.openList('opportunity', `${only(mark)}&sort=name`);
  const record = await list.openRecord(`${mark} A`);
  await expect(page.getByText('1 of 2')).toBeVisible();
  await page.getByRole('button', { name: 'Next record' }).click();
  await expect(record.title).toHaveText(`${mark} B`);
});

test('the stage path moves a deal', async ({ page, app, api, name }) => {
  const { id } = await api.deal(name('Staged'), 'Prospecting');
  await app.openRecord('opportunity', id);
  await page.getByRole('list', { name: 'Stage' }).getByRole('button', { name: 'Proposal' }).click();
  await expect(page.getByRole('list', { name: 'Stage' }).getByRole('listitem').filter({ hasText: 'Proposal' })).toHaveAttribute('aria-current', 'step');
  await expect.poll(async () => (await api.read('opportunity', id)).stage_id).toBe((await api.stage('Proposal')).id);
});
