import { readFileSync } from 'node:fs';
import { expectAllInReach, expectNoBarriers } from '../accessibility.ts';
import { addAuthenticator, atName } from '../authenticator.ts';
import { AppFrame } from '../pages/app-frame.ts';
import { LoginPage } from '../pages/login-page.ts';
import { administrator } from '../server.ts';
import { expect, test } from '../test.ts';

// Each has a session of its own: the others go on with theirs.
test.beforeEach(async ({ page }) => void (await page.request.post('/api/v1/session', { data: { email: administrator.email, password: administrator.password } })));

test('whoever finds an open browser gives nobody a password, and what was typed stays', async ({ page, api, name }) => {
  const person = name('Guarded');
  await api.create('user', { last_name: person, email: `${person.toLowerCase().replace(' ', '-')}@example.com` });
  await page.goto('/setup/area/users');
  await page.getByRole('searchbox', { name: 'Find a person' }).fill(person);
  await page.getByRole('button', { name: `Password of ${person}` }).click();
  await api.takeProofBack();
  const form = page.getByRole('dialog', { name: `Password of ${person}` });
  await form.getByLabel('Password').fill('a first passphrase');
  await form.getByRole('button', { name: 'Set password' }).click();

  const asked = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await expect(asked.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);
  await expect(form.getByLabel('Password')).toHaveValue('a first passphrase');
  await expect(form).toContainText('it has to be confirmed first that it is you');

  await form.getByRole('button', { name: 'Set password' }).click();
  await asked.getByLabel('Password', { exact: true }).fill('not the password');
  await page.keyboard.press('Enter');
  await expect(asked.getByText('This is not your password.')).toBeVisible();
  await asked.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expect(new AppFrame(page).toast).toContainText(`${person}`);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the whole workspace is taken home by whoever proves who they are, and by nobody else', async ({ page, api }) => {
  await page.goto('/setup/area/backups');
  await api.takeProofBack();
  await page.getByRole('link', { name: 'Export everything' }).click();
  const asked = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await expectNoBarriers(page);
  await expectAllInReach(page);
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'it has to be confirmed first that it is you' })).toBeVisible();
  await page.getByRole('link', { name: 'Export everything' }).click();
  await asked.getByLabel('Password', { exact: true }).fill(administrator.password);
  const [download] = await Promise.all([page.waitForEvent('download'), asked.getByRole('button', { name: 'Confirm' }).click()]);
  expect(readFileSync(await download.path()).subarray(0, 2).toString()).toBe('PK');
});

test('a passkey proves it, too', async ({ page, api, name }) => {
  const last_name = name('Keyed');
  const [email, password] = [`${last_name.toLowerCase().replace(' ', '-')}@example.com`, 'a first passphrase'];
  await api.addPerson({ last_name, email, password, administrator: true });
  await addAuthenticator(page);
  await page.goto(atName('/login?from=/account/sessions'));
  await (await new LoginPage(page).ready()).logIn(email, password);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('dialog').getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('list', { name: 'Passkeys' }).getByRole('listitem')).toHaveCount(1);

  await page.goto(atName('/setup/area/backups'));
  const { csrf_token } = (await (await page.request.get(atName('/api/v1/me'))).json()) as { csrf_token: string };
  await page.request.delete(atName('/api/v1/session/proof'), { headers: { 'X-CSRF-Token': csrf_token } });
  await page.getByRole('link', { name: 'Export everything' }).click();
  const asked = page.getByRole('dialog', { name: 'Confirm that it is you' });
  const [download] = await Promise.all([page.waitForEvent('download'), asked.getByRole('button', { name: 'Use a passkey' }).click()]);
  expect(download.suggestedFilename()).toBe('rapport.zip');
});
