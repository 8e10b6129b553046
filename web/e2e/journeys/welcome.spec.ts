import { expectNoBarriers } from '../accessibility.ts';
import { startEmptyServer, type EmptyServer } from '../server.ts';
import { expect, test } from '../test.ts';

test.describe('a workspace without anybody', () => {
  let server: EmptyServer;
  test.beforeEach(async ({ context }) => {
    server = await startEmptyServer();
    await context.clearCookies();
  });
  test.afterEach(() => server.stop());

  test('gets its first administrator in the browser, who sees a filled board', async ({ page }) => {
    await page.goto(`${server.url}/o/contact`);
    await expect(page.getByRole('heading', { name: 'Set up Rapport' })).toBeVisible();
    await expectNoBarriers(page);
    const fill = (label: RegExp, text: string) => page.getByRole('textbox', { name: label }).fill(text);
    await fill(/^Setup code/, '0000-0000-0000');
    await fill(/^First name/, 'Ada');
    await fill(/^Last name/, 'Lovelace');
    await fill(/^E-mail/, 'ada@example.com');
    await page.getByLabel(/^Password/).fill('a long enough passphrase');
    await fill(/^Name of the company/, 'Analytical Engines');
    await page.getByLabel(/^Currency of totals/).selectOption('SEK');
    await page.getByRole('button', { name: 'Create workspace' }).click();
    await expect(page.getByText('It stands where the server was started')).toBeVisible();

    await fill(/^Setup code/, server.code.toLowerCase());
    await page.getByRole('button', { name: 'Create workspace' }).click();
    await expect(page).toHaveURL(/\/o\/opportunity\/board/);
    await expect(page.getByRole('article').first()).toBeVisible();
    await expect(page.getByText('Analytical Engines').first()).toBeVisible();

    // It happens once: after that there is somebody to ask.
    await page.goto(`${server.url}/welcome`);
    await expect(page.getByRole('heading', { name: 'Set up Rapport' })).toBeHidden();
    await page.context().clearCookies();
    await page.goto(`${server.url}/welcome`);
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  });
});
