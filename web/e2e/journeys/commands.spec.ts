import { expect, test } from '../test.ts';

test('the palette finds a record and opens it', async ({ page, app, api, name }) => {
  const company = name('Findable');
  await api.create('account', { name: company });
  const palette = await (await app.open()).openPalette();
  await palette.find(company);
  await palette.entry(new RegExp(company)).first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: company })).toBeVisible();
});

test('the palette runs commands, and offers to create what it does not find', async ({ page, app, name }) => {
  const palette = await (await app.open()).openPalette();
  await palette.find(name('Zyx'));
  await expect(palette.entry(/^Contact named/)).toBeVisible();
  await palette.find('dark theme');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveClass(/dark/);
});

test('the palette begins with what was opened last, says how many it finds, and opens in a new tab', async ({ page, app, api, name }) => {
  const company = name('Recently');
  const { id } = await api.create('account', { name: company });
  await app.openRecord('account', id);
  const palette = await app.openPalette();
  await expect(palette.entry(new RegExp(`^${company}`))).toHaveAttribute('aria-selected', 'true');
  await palette.find(company);
  await expect(page.getByRole('listbox', { name: 'Results' })).toContainText(/Accounts 1/);
  const opened = page.waitForEvent('popup');
  await page.keyboard.press('Control+Enter');
  expect((await opened).url()).toContain(id);
});

test('the palette forgives a slip', async ({ app }) => {
  const palette = await (await app.open()).openPalette();
  await palette.find('acocunts');
  await expect(palette.entry(/^Accounts/)).toBeVisible();
});

test('on a record the palette moves it, writes about it and does what its menu does; "e" edits it', async ({ page, app, api, name }) => {
  const deal = name('Commanded');
  const { id } = await api.deal(deal, 'Prospecting');
  const record = await app.openRecord('opportunity', id);
  const palette = await app.openPalette();
  await palette.find('move to propos');
  await palette.entry(/^Move to Proposal/).waitFor();
  await page.keyboard.press('Enter');
  await expect(app.toast).toContainText(`${deal} moved to Proposal`);

  await app.openPalette();
  await palette.find(`note about`);
  await palette.entry(new RegExp(`^Note about ${deal}`)).click();
  await expect(page.getByRole('form', { name: 'Write down' }).getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.getByRole('form', { name: 'Write down' }).getByRole('button', { name: 'Close' }).click();

  await page.keyboard.press('e');
  await expect(record.value('Name').getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await app.openPalette();
  await palette.find('delete');
  await palette.entry(/^Delete/).click();
  await expect(app.toast).toContainText(`${deal} is in the trash`);
});

test('"?" lists the shortcuts that hold here, and two keys go somewhere', async ({ page, app }) => {
  await app.open();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Opportunities');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(page).toHaveURL(/\/o\/opportunity\/board/);
});

test('shortcuts are off while typing', async ({ page, app }) => {
  const palette = await (await app.open()).openPalette();
  await palette.box.pressSequentially('gd?');
  await expect(palette.box).toHaveValue('gd?');
  await expect(page).toHaveURL(/\/$/);
});

test('language and theme are kept, and Arabic runs from right to left', async ({ page, app }) => {
  await app.open();
  await app.choose('العربية');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { name: 'اليوم', level: 1 })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
});
