import { expect, test } from '../test.ts';

test("another's change appears without a reload, and what is being typed stays", async ({ page, app, api, name }) => {
  const { id } = await api.deal(name('Live'), 'Prospecting', { next_step: 'Call' });
  const listening = page.waitForResponse((response) => response.url().includes('/events'));
  const record = await app.openRecord('opportunity', id);
  await listening;
  await api.update('opportunity', id, { next_step: 'Visit the plant' });
  await expect(record.value('Next step')).toHaveText('Visit the plant');
  await page.getByRole('region', { name: 'Details' }).getByRole('button', { name: 'Edit Next step' }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Mine');
  await api.update('opportunity', id, { next_step: 'Theirs' });
  await expect(page.getByText('Somebody changed it meanwhile to')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Next step' })).toHaveValue('Mine');
});

test('others who have a record open are shown on it, until they leave', async ({ page, app, api, someone, name }) => {
  const { last_name, page: theirs } = await someone('Mara', { administrator: true });
  const { id } = await api.create('account', { name: name('Watched') });
  await app.openRecord('account', id);
  const others = page.getByRole('group', { name: new RegExp(last_name) });
  await expect(others).toBeHidden();

  await theirs.goto(`/o/account/${id}`);
  await expect(others).toBeVisible();
  await expect(theirs.getByRole('group', { name: /^Also here/ })).toBeVisible();
  await theirs.context().close();
  await expect(others).toBeHidden();
});
