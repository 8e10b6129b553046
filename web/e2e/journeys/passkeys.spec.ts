import type { Page } from '@playwright/test';
import { expectAllInReach, expectNoBarriers } from '../accessibility.ts';
import type { Api } from '../api.ts';
import { addAuthenticator, atName } from '../authenticator.ts';
import { AppFrame } from '../pages/app-frame.ts';
import { LoginPage } from '../pages/login-page.ts';
import { expect, test } from '../test.ts';

const password = 'a first passphrase';

/** Somebody new, logged in with the password and at their security, with an authenticator. */
async function arrive(page: Page, api: Api, last_name: string): Promise<void> {
  const email = `${last_name.toLowerCase().replaceAll(' ', '-')}@example.com`;
  await api.addPerson({ last_name, email, password });
  await addAuthenticator(page);
  await page.goto(atName('/login?from=/account/sessions'));
  await (await new LoginPage(page).ready()).logIn(email, password);
  await page.getByRole('heading', { name: 'Passkeys' }).waitFor();
}

async function addPasskey(page: Page, typed = password): Promise<void> {
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('dialog').getByLabel('Password').fill(typed);
  await page.getByRole('button', { name: 'Go on' }).click();
}

/** From the next page on, the browser is one that has no passkeys beside the e-mail: they are asked for by the button. */
const offerNothing = (page: Page) => page.addInitScript(() => (PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)));

const withPasskey = (page: Page) => page.getByRole('button', { name: 'Sign in with a passkey' });
const passkeys = (page: Page) => page.getByRole('list', { name: 'Passkeys' }).getByRole('listitem');

test('somebody adds a passkey, logs in by it without a name or a password, and removes it', async ({ page, api, name }) => {
  const app = new AppFrame(page);
  await arrive(page, api, name('Pass'));
  await addPasskey(page, 'not the password');
  await expect(page.getByRole('dialog').getByText('This is not your password.')).toBeVisible();
  await page.getByRole('dialog').getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(app.toast).toContainText('You can log in with the passkey “Chrome on Linux” now');
  await expect(passkeys(page)).toContainText('localhost');

  await page.getByRole('button', { name: 'Rename the passkey Chrome on Linux' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Work laptop');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(passkeys(page)).toContainText('Work laptop');
  await addPasskey(page);
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('You have a passkey in this authenticator already');
  await page.getByRole('button', { name: 'Cancel' }).click();

  // The browser offers it for the e-mail, and this authenticator takes it at once.
  await app.logOut();
  await expect(page).not.toHaveURL(/login/);
  await offerNothing(page);
  await page.goto(atName('/account/sessions'));
  const events = page.getByRole('list', { name: 'Log-ins and changes' }).getByRole('listitem');
  await expect(events.first()).toContainText('Logged in with a passkey');
  await expect(events.nth(1)).toContainText('Passkey “Chrome on Linux” added');
  await expectNoBarriers(page);
  await app.logOut();
  await withPasskey(page).click();
  await expect(page).not.toHaveURL(/login/);
  await page.goto(atName('/account/sessions'));

  await page.getByRole('button', { name: 'Remove the passkey Work laptop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(app.toast).toContainText('The passkey “Work laptop” is removed');
  await expect(passkeys(page)).toHaveCount(0);
  await app.logOut();
  await withPasskey(page).click();
  await expect(page.getByRole('alert')).toContainText('This passkey does not log in here');
  await expectNoBarriers(page);
  await expectAllInReach(page);
});

test('an administrator removes the passkeys of somebody who has lost them', async ({ page, context, api, name }) => {
  const person = name('Lost');
  await arrive(page, api, person);
  await addPasskey(page);
  await expect(passkeys(page)).toHaveCount(1);
  await offerNothing(page);
  // Away from the app, which would go to the log-in by itself when the session ends.
  await page.goto(atName('/healthz'));
  const administrator = await context.newPage();
  await administrator.goto('/setup/area/users');
  await administrator.getByRole('searchbox', { name: 'Find a person' }).fill(person);
  await administrator.getByRole('button', { name: `Password of ${person}` }).click();
  await expect(administrator.getByRole('dialog')).toContainText('One passkey logs this person in, too');
  await administrator.getByRole('button', { name: 'Remove passkeys' }).click();
  const asking = administrator.getByRole('dialog', { name: 'Remove passkeys' });
  await expect(asking).toContainText(person);
  await expect(asking.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await asking.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(new AppFrame(administrator).toast).toContainText(`The passkeys of ${person} are removed`);
  await page.goto(atName('/account/sessions'));
  await withPasskey(page).click();
  await expect(page.getByRole('alert')).toContainText('This passkey does not log in here');
});

test('what the log-in asks by itself fails silently, and what somebody asks for says why', async ({ page, context }) => {
  await context.clearCookies();
  await addAuthenticator(page);
  await page.route('**/api/v1/session/passkey/options', (route) => route.abort());
  const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/passkey/options'));
  await page.goto(atName('/login'));
  await failed;
  await expect(withPasskey(page)).toBeEnabled();
  await page.getByLabel('E-mail').fill('somebody@example.com');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await withPasskey(page).click();
  await expect(page.getByRole('alert')).toBeVisible();
});

test('an administrator is told when it is not known which passkeys somebody has', async ({ page, api, name }) => {
  const last_name = name('Unknown');
  await api.addPerson({ last_name, email: `${last_name.replace(' ', '-')}@example.com`, password });
  await page.route('**/api/v1/users/*/passkeys', (route) => route.abort());
  await page.goto('/setup/area/users');
  await page.getByRole('searchbox', { name: 'Find a person' }).fill(last_name);
  await page.getByRole('button', { name: `Password of ${last_name}` }).click();
  await expect(page.getByRole('dialog')).toContainText('The passkeys could not be loaded');
});

test('where there can be no passkeys, the page says why and the log-in does not offer them', async ({ page, context }) => {
  await page.goto('/account/sessions');
  await expect(page.getByText('There can be no passkeys here')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a passkey' })).toBeDisabled();
  await context.clearCookies();
  await new LoginPage(page).open();
  await expect(withPasskey(page)).toHaveCount(0);
});
