import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { settled } from './accessibility.ts';
import { expect, test } from './test.ts';

const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url));

async function take(page: Page, picture: string): Promise<void> {
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}/${picture}.png` });
}

test('board', async ({ page, app }) => {
  // A board is full of small signs: less of it is a file of a fitting size.
  await page.setViewportSize({ width: 1280, height: 640 });
  await app.openBoard();
  await take(page, 'board');
});

test('list', async ({ page, app }) => {
  await app.openList('contact');
  await take(page, 'list');
});

test('record', async ({ page, app, api }) => {
  const [deal] = await api.query(`SELECT id FROM opportunity WHERE stage.name = 'Proposal' AND close_date > TODAY AND amount > 20000 ORDER BY close_date LIMIT 1`);
  await app.openRecord('opportunity', String(deal?.id));
  await take(page, 'record');
});

test('today', async ({ page, app }) => {
  await app.open();
  await take(page, 'today');
});

test('today, in the dark', async ({ page, app }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await app.open();
  await take(page, 'today-dark');
});

test('palette', async ({ page, app }) => {
  await app.openList('account');
  const palette = await app.openPalette();
  await palette.find('helv');
  await expect(page.getByRole('option', { name: /Helvanta/ }).first()).toBeVisible();
  await take(page, 'palette');
});

test('setup', async ({ page, app }) => {
  await (await app.openSetup()).openObject('opportunity', 'Opportunity');
  await take(page, 'setup');
});

test.describe('from right to left', () => {
  test.use({ locale: 'ar' });
  test('record', async ({ page, api }) => {
    const [account] = await api.query('SELECT id FROM account WHERE open_opportunities > 0 ORDER BY name LIMIT 1');
    await page.goto(`/o/account/${String(account?.id)}`);
    await page.getByRole('tabpanel').waitFor();
    await take(page, 'record-rtl');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  test('board, list and record', async ({ page, app, api }) => {
    await app.openBoard();
    await take(page, 'phone-board');
    await page.goto('/o/contact');
    await page.getByRole('list', { name: 'Contacts' }).waitFor();
    await take(page, 'phone-list');
    const [account] = await api.query('SELECT id FROM account WHERE open_opportunities > 0 AND phone != null ORDER BY name LIMIT 1');
    await app.openRecord('account', String(account?.id));
    await take(page, 'phone-record');
  });
});
