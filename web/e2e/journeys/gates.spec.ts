import { expectNoBarriers } from '../accessibility.ts';
import { expect, test } from '../test.ts';

test('an administrator says which fields a stage needs', async ({ page, api, name }) => {
  const { pipeline, first } = await api.gatedDeal(name);
  await page.goto('/setup/pipelines');
  const row = page.getByRole('table', { name: `Stages of ${String(pipeline.name)}` }).getByRole('row').filter({ hasText: 'Open' }).first();
  await row.getByRole('button', { name: 'None' }).click();
  await page.getByRole('checkbox', { name: 'Competitor' }).check();
  await expect.poll(async () => (await api.read('stage', first.id)).required_fields).toEqual(['competitor']);
  await page.keyboard.press('Escape');
  await expect(row.getByRole('button', { name: '1 field' })).toBeVisible();
});

test('a card asks for what its stage needs; giving up puts it back', async ({ page, app, api, name }) => {
  const { pipeline, first, second, deal: made } = await api.gatedDeal(name);
  const { id } = made;
  const deal = String(made.name);
  const board = await app.openBoard(deal, pipeline.id);
  await board.moveByMenu(deal, 'Agreed');
  const dialog = page.getByRole('dialog', { name: `What is missing to move ${deal}` });
  await expect(dialog.getByRole('textbox')).toHaveCount(1);
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(board.card(deal, 'Open')).toBeVisible();
  expect((await api.read('opportunity', id)).stage_id).toBe(first.id);

  await board.moveByMenu(deal, 'Agreed');
  await dialog.getByRole('textbox', { name: /^Next step/ }).fill('Sign');
  await dialog.getByRole('button', { name: 'Save and move' }).click();
  await expect(board.card(deal, 'Agreed')).toBeVisible();
  expect(await api.read('opportunity', id)).toMatchObject({ stage_id: second.id, next_step: 'Sign' });
});

test('so does the record page', async ({ page, app, api, name }) => {
  const { second, deal: made } = await api.gatedDeal(name);
  const { id } = made;
  const deal = String(made.name);
  await app.openRecord('opportunity', id);
  await page.getByRole('button', { name: 'Agreed' }).click();
  const dialog = page.getByRole('dialog', { name: `What is missing to move ${deal}` });
  await dialog.getByRole('textbox', { name: /^Next step/ }).fill('Sign');
  await dialog.getByRole('button', { name: 'Save and move' }).click();
  await expect.poll(async () => (await api.read('opportunity', id)).stage_id).toBe(second.id);
});

test('a lost deal that is worth another try becomes a task', async ({ page, app, api, name }) => {
  const deal = await api.deal(name('Later'), 'Proposal');
  await app.openRecord('opportunity', deal.id);
  await page.getByRole('button', { name: 'Lost' }).click();
  const dialog = page.getByRole('dialog', { name: /^Mark .* as lost/ });
  await dialog.getByLabel(/Loss reason/).selectOption({ label: 'Price' });
  await dialog.getByRole('textbox', { name: /^Revisit on/ }).fill('2027-09-01');
  await dialog.getByRole('button', { name: 'Mark as lost' }).click();
  await expect.poll(() => api.query(`SELECT subject, due_date FROM task WHERE related_to_id = '${deal.id}'`)).toMatchObject([{ due_date: '2027-09-01' }]);
});
