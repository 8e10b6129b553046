import { expect, test } from '../test.ts';
import { LoginPage } from '../pages/login-page.ts';

test.use({ storageState: { cookies: [], origins: [] } });

test('a wrong password is refused in words', async ({ page }) => {
  const login = await new LoginPage(page).open();
  await login.logIn(undefined, 'not the password');
  await expect(login.problem).toContainText('is not right');
});

test('logging in leads to where one wanted to go, and logging out ends the session', async ({ page, app }) => {
  const login = await new LoginPage(page).open('/o/contact?sort=-name');
  await login.logIn();
  await expect(page).toHaveURL(/\/o\/contact\?sort=-name/);
  await expect(page.getByRole('heading', { name: 'Contacts', level: 1 })).toBeVisible();
  await app.logOut();
  await page.goto('/o/contact');
  await login.ready();
});

test('when the session ends, one comes back to where one was', async ({ page, context }) => {
  const login = await new LoginPage(page).open('/o/account');
  await login.logIn();
  await expect(page.getByRole('grid')).toBeVisible();
  await context.clearCookies();
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button', { name: 'Name', exact: true }).click();
  await login.ready();
  await expect(page.getByText('Your session has ended')).toBeVisible();
  await login.logIn();
  await expect(page).toHaveURL(/\/o\/account/);
  await expect(page.getByRole('grid')).toBeVisible();
});
