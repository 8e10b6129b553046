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

test('what somebody else wrote is taken by keyboard', async ({ page, app, api, name }) => {
  const { id } = await api.deal(name('Contested'), 'Prospecting');
  const record = await app.openRecord('opportunity', id);
  const input = await record.edit('Competitor');
  await api.update('opportunity', id, { competitor: 'Theirs' });
  await input.fill('Mine');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take theirs' }).focus();
  await page.keyboard.press('Enter');
  await expect(record.value('Competitor').getByRole('alert')).toBeHidden();
  await expect(record.value('Competitor')).toHaveText('Theirs');
  expect((await api.read('opportunity', id)).competitor).toBe('Theirs');
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

test('a call is taken down with its outcome, its note and the next task in one form, and undone as one', async ({ page, app, api, name }) => {
  const deal = name('Called');
  const { id } = await api.deal(deal, 'Prospecting');
  await app.openRecord('opportunity', id);
  const composer = page.getByRole('form', { name: 'Write down' });
  await composer.getByRole('tab', { name: 'Call' }).click();
  await composer.getByLabel('Outcome').selectOption({ label: 'Connected' });
  await composer.getByRole('textbox', { name: 'What was said' }).fill('Wants a second crane');
  await composer.getByRole('group', { name: 'Next task' }).getByRole('textbox', { name: 'Due', exact: true }).fill('tomorrow');
  await composer.getByRole('button', { name: 'Save Call' }).click();
  await expect(app.toast).toContainText('Call and Task saved');
  await expect(page.getByRole('region', { name: 'Planned' })).toContainText(`Follow up: ${deal}`);
  await expect(page.getByRole('tabpanel')).toContainText('Wants a second crane');
  await app.undo();
  await expect(page.getByText('No next step.')).toBeVisible();
  await expect(page.getByText('Wants a second crane')).toBeHidden();
});

test('the action of the same kind opens its form a second time', async ({ page, app, api, name }) => {
  const { id } = await api.deal(name('Again'), 'Prospecting');
  await app.openRecord('opportunity', id);
  const form = page.getByRole('form', { name: 'Write down' }).getByRole('textbox', { name: 'Note' });
  for (let round = 0; round < 2; round += 1) {
    await page.getByRole('group', { name: 'Actions' }).getByRole('button', { name: 'New Note' }).click();
    await expect(form).toBeFocused();
    await page.getByRole('form', { name: 'Write down' }).getByRole('button', { name: 'Close' }).click();
    await expect(form).toBeHidden();
  }
});

test('the timeline of a deal has its moves, and what was with its people unless it was about another deal', async ({ page, app, api, name }) => {
  const [buyer, user] = [await api.create('contact', { last_name: name('Buyer') }), await api.create('contact', { last_name: name('User') })];
  const { id } = await api.deal(name('Peopled'), 'Prospecting', { contact_id: buyer.id });
  const other = await api.deal(name('Other'), 'Prospecting', { contact_id: buyer.id });
  await api.create('opportunity_contact_role', { opportunity_id: id, contact_id: user.id });
  await api.update('opportunity', id, { stage_id: (await api.stage('Proposal')).id });
  await api.create('call', { subject: 'Asked for a price', related_to_id: buyer.id });
  await api.create('task', { subject: 'Ring the user', related_to_id: user.id });
  await api.create('call', { subject: 'About something else', related_to_id: other.id, contact_id: buyer.id });
  await app.openRecord('opportunity', id);
  const timeline = page.getByRole('tabpanel');
  await expect(timeline).toContainText('Asked for a price');
  await expect(timeline).toContainText('Ring the user');
  await expect(timeline).not.toContainText('About something else');
  await expect(timeline.getByRole('listitem').filter({ hasText: /Prospecting.*Proposal/ })).toBeVisible();
  // What is to be done with its people is not the next step of the deal.
  await expect(page.getByText('No next step.')).toBeVisible();
  await timeline.getByRole('button', { name: /^Stages/ }).click();
  await expect(timeline).not.toContainText('Asked for a price');
});

test('a note is pinned on the timeline, a long one is folded, and the moment is told in full', async ({ page, app, api, name }) => {
  const { id } = await api.deal(name('Pinned'), 'Prospecting');
  const long = Array.from({ length: 30 }, (_, index) => `Line ${index}`).join('</p><p>');
  await api.create('note', { title: 'Long', body: `<p>${long}</p>`, related_to_id: id });
  await api.create('note', { title: 'Terms', body: 'Pays late', related_to_id: id });
  await app.openRecord('opportunity', id);
  const whole = page.getByRole('button', { name: 'Show all of it' });
  await whole.click();
  await expect(page.getByRole('button', { name: 'Show less' })).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('listitem').filter({ hasText: 'Terms' }).locator('time')).toHaveAttribute('title', /\d.*\d:\d\d/);
  await page.getByRole('button', { name: 'Pin to the top: Terms' }).click();
  await expect(page.getByRole('region', { name: 'Pinned' })).toContainText('Terms');
  await app.undo();
  await expect(page.getByRole('region', { name: 'Pinned' })).toBeHidden();
});

test('a note without a title is told once, under the name of its kind', async ({ page, app, api, name }) => {
  const { id } = await api.deal(name('Noted'), 'Prospecting');
  const text = 'They want the crane in May, the rails in June, and the bill only after both of them have been accepted.';
  const { id: note } = await api.create('note', { body: `<p>${text}</p>`, related_to_id: id });
  await app.openRecord('opportunity', id);
  const item = page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: 'They want' });
  await expect(item).toContainText(text);
  expect((await item.innerText()).match(/They want the crane/g)).toHaveLength(1);
  await item.getByRole('link', { name: 'Note', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(note));
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
