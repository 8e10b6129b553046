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

test('others who have a record open are shown on it, until they leave', async ({ page, app, api, browser, baseURL, name }) => {
  const last_name = name('Mara');
  const email = `${last_name.toLowerCase().replace(' ', '-')}@example.com`;
  await api.addPerson({ last_name, email, password: 'a first passphrase', administrator: true });
  const { id } = await api.create('account', { name: name('Watched') });
  await app.openRecord('account', id);
  const others = page.getByRole('group', { name: new RegExp(last_name) });
  await expect(others).toBeHidden();

  const context = await browser.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
  await context.request.post('/api/v1/session', { data: { email, password: 'a first passphrase' } });
  const theirs = await context.newPage();
  await theirs.goto(`/o/account/${id}`);
  await expect(others).toBeVisible();
  await expect(theirs.getByRole('group', { name: /^Also here/ })).toBeVisible();
  await context.close();
  await expect(others).toBeHidden();
});
