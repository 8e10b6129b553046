import { settled } from '../accessibility.ts';
import { hiddenFocus, tabTo } from '../reach.ts';
import { screens } from '../screens.ts';
import { expect, test } from '../test.ts';
import { wordsOf } from '../words.ts';

test('a lead is made without a mouse', async ({ page, app, api, name }) => {
  await app.open();
  await page.keyboard.press('c');
  await page.getByRole('menuitem').first().waitFor();
  const lead = page.getByRole('menuitem', { name: 'Lead' });
  for (let presses = 0; presses < 20 && !(await lead.evaluate((item) => item === document.activeElement)); presses++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New Lead' });
  const [surname, company] = [name('Typed'), name('Works')];
  await tabTo(dialog.getByLabel(/^Last name/));
  await page.keyboard.type(surname);
  await tabTo(dialog.getByLabel(/^Company/));
  await page.keyboard.type(company);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: surname })).toBeVisible();
  expect(await api.query(`SELECT company FROM lead WHERE last_name = '${surname}'`)).toMatchObject([{ company }]);
});

test('a deal is moved on the board without a mouse', async ({ page, app, api, name }) => {
  const deal = name('Carried');
  const { id } = await api.deal(deal, 'Prospecting');
  await app.openBoard(deal);
  await tabTo(page.getByRole('button', { name: `Move ${deal} by keyboard` }));
  await page.keyboard.press('Space');
  await expect(page.getByText(`${deal} lifted.`)).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Over Qualification.')).toBeAttached();
  await page.keyboard.press('Space');
  await expect.poll(async () => (await api.read('opportunity', id)).stage_id).toBe((await api.stage('Qualification')).id);
});

test('two that are the same are merged without a mouse', async ({ page, app, api, name }) => {
  const surname = name('Same');
  const [one, other] = await api.twins(surname);
  await expect.poll(() => api.findDuplicates('contact', one.id)).toBe(1);
  const palette = await (await app.open()).openPalette();
  await page.keyboard.type('Likely duplicates: Contacts');
  await palette.entry('Likely duplicates: Contacts').waitFor();
  await page.keyboard.press('Enter');
  const pair = page.getByRole('list', { name: 'Likely duplicates' }).getByRole('listitem').filter({ hasText: surname });
  await tabTo(pair.getByRole('button', { name: /^Merge…/ }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Merge 2/ });
  await tabTo(dialog.getByRole('radio', { name: /^Keep / }));
  await page.keyboard.press('ArrowRight');
  await tabTo(dialog.getByRole('button', { name: 'Merge', exact: true }));
  await page.keyboard.press('Enter');
  await expect(app.toast).toContainText('Merged into');
  expect(await api.query(`SELECT id FROM contact WHERE id IN ('${one.id}', '${other.id}')`)).toHaveLength(1);
});

// A window of 1440 by 900 pixels at 200 % zoom: bars that stick take most of it.
test.describe('in a small window', () => {
  test.use({ viewport: { width: 720, height: 450 } });
  for (const { what, open } of screens.filter(({ what }) => ['today', 'list', 'board', 'record, details', 'calendar, week', 'import of a file', 'setup, objects', 'setup, layouts of an object'].includes(what))) {
    test(`${what}: the focus is seen wherever it goes`, async ({ page, api, name }) => {
      await open({ page, api, name, ...wordsOf('en') });
      await settled(page);
      expect(await hiddenFocus(page)).toEqual([]);
    });
  }
});

const pages = ['/', '/queue', '/o/contact', '/o/contact?as=gallery', '/o/opportunity/board', '/calendar', '/start', '/imports', '/setup', '/setup/opportunity', '/setup/area/permissions', '/o/contact/import', '/o/contact/duplicates', '/account/sessions'];

test('every page has one title, its landmarks, and a way past the navigation', async ({ page }) => {
  for (const address of pages) {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveCount(1);
    await expect(page.getByRole('main'), address).toHaveCount(1);
    await expect(page.getByRole('navigation').first(), address).toBeVisible();
    const skip = page.getByRole('link', { name: 'Skip to content' });
    // A page whose first control has the focus is past the link already.
    if (address === '/queue') await skip.focus();
    else await page.keyboard.press('Tab');
    await expect(skip, address).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('#main'), address).toBeFocused();
  }
});
