import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../accessibility.ts';
import { expect, test } from '../test.ts';

const row = (page: Page, tag: string) => page.getByRole('row').filter({ has: page.getByRole('checkbox', { name: `Choose “${tag}”` }) });

async function openTags(page: Page, mark: string): Promise<void> {
  await page.goto('/setup/area/tags');
  await page.getByRole('searchbox', { name: 'Find a tag' }).fill(mark);
  // Rows move up when the others go: what is pressed in that moment is another.
  await expect(page.getByRole('row').filter({ has: page.getByRole('checkbox') }).filter({ hasNotText: mark })).toHaveCount(0);
}

test('tags are listed with those that have them, and get a colour', async ({ page, api, name }) => {
  const tag = name('Painted');
  const { id } = await api.create('account', { name: name('Has it'), tags: [tag] });
  await api.deal(name('Has it too'), 'Prospecting', { tags: [tag] });
  await openTags(page, tag);
  await expect(row(page, tag)).toContainText('Opportunities: 1');
  await row(page, tag).getByRole('combobox', { name: `Colour of “${tag}”` }).selectOption('Amber');
  await expect.poll(async () => (await api.query(`SELECT tint FROM tag WHERE name = '${tag}'`))[0]?.tint).toBe('amber');
  await expectNoBarriers(page);
  await row(page, tag).getByRole('link', { name: 'Accounts: 1' }).click();
  await expect(page).toHaveURL(/\/o\/account/);
  await expect(page.getByRole('main').locator(`a[href*="${id}"]`).first()).toBeVisible();
});

test('a colour that is chosen stands there at once', async ({ page, api, name }) => {
  const tag = name('Slow');
  await api.create('account', { name: name('Has it'), tags: [tag] });
  await openTags(page, tag);
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route('**/api/v1/records/tag/*', async (route) => {
    await held;
    await route.continue();
  });
  const colour = row(page, tag).getByRole('combobox', { name: `Colour of “${tag}”` });
  await colour.selectOption('Amber');
  await expect(colour).toHaveValue('amber', { timeout: 3_000 });
  await colour.selectOption('Clay');
  await expect(colour).toHaveValue('clay', { timeout: 3_000 });
  goOn();
  await expect.poll(async () => (await api.query(`SELECT tint FROM tag WHERE name = '${tag}'`))[0]?.tint).toBe('clay');
  await expect(colour).toHaveValue('clay');
});

test('two tags do not become one before that was told', async ({ page, api, name }) => {
  const [one, other] = [name('Buyer'), name('Purchaser')];
  await api.create('account', { name: name('Both'), tags: [one, other] });
  await openTags(page, one);
  await row(page, one).getByRole('button', { name: `Rename “${one}”` }).click();
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route('**/api/v1/records/tag?*', async (route) => {
    await held;
    await route.continue();
  });
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'New name' }).fill(other);
  await dialog.getByRole('textbox', { name: 'New name' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  goOn();
  await expect(dialog).toContainText(`There is a tag “${other}” already`);
  await expect(dialog.getByRole('button', { name: 'Merge' })).toBeEnabled();
});

test('a tag is renamed on all records, and back', async ({ page, app, api, name }) => {
  const [wrong, right] = [name('Custmer'), name('Customer')];
  const { id } = await api.create('account', { name: name('Renamed'), tags: [wrong] });
  await openTags(page, wrong);
  await row(page, wrong).getByRole('button', { name: `Rename “${wrong}”` }).click();
  const dialog = page.getByRole('dialog', { name: `Rename “${wrong}”` });
  await expect(dialog).toContainText('1 record changes.');
  await dialog.getByRole('textbox', { name: 'New name' }).fill('a;b');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('cannot be a tag');
  await dialog.getByRole('textbox', { name: 'New name' }).fill(right);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`1 record changed to “${right}”.`)).toBeVisible();
  expect((await api.read('account', id)).tags).toEqual([right]);
  await app.undo();
  await expect.poll(async () => (await api.read('account', id)).tags).toEqual([wrong]);
  await expect(row(page, wrong)).toBeVisible();
});

test('a name that another tag has makes one of two', async ({ page, api, name }) => {
  const [one, other] = [name('Client'), name('Customer')];
  const { id } = await api.create('account', { name: name('Both'), tags: [one, other] });
  await openTags(page, one);
  await row(page, one).getByRole('button', { name: `Rename “${one}”` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'New name' }).fill(other.toUpperCase());
  await expect(dialog).toContainText(`There is a tag “${other}” already`);
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect.poll(async () => (await api.read('account', id)).tags).toEqual([other]);
});

test('several tags become one that is chosen', async ({ page, app, api, name }) => {
  const mark = name('Many');
  const tags = ['A', 'B', 'C'].map((each) => `${mark} ${each}`);
  const ids = await Promise.all(tags.map(async (tag) => (await api.create('account', { name: name('Merged'), tags: [tag] })).id));
  const have = () => Promise.all(ids.map(async (id) => (await api.read('account', id)).tags));
  await openTags(page, mark);
  for (const tag of tags) await row(page, tag).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Merge 3 tags' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge 3 tags' });
  await dialog.getByRole('combobox', { name: 'The tag that stays' }).selectOption(`${mark} B`);
  await expect(dialog).toContainText('2 records change.');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect.poll(have).toEqual([[`${mark} B`], [`${mark} B`], [`${mark} B`]]);
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Merge 3 tags' })).toBeHidden();
  await app.undo();
  await expect.poll(have).toEqual(tags.map((tag) => [tag]));
});

test('a tag is deleted from all records, and back', async ({ page, app, api, name }) => {
  const [tag, own] = [name('Old'), name('Own')];
  const { id } = await api.create('account', { name: name('Freed'), tags: [tag, own] });
  await openTags(page, tag);
  await row(page, tag).getByRole('button', { name: `Delete “${tag}”` }).click();
  const dialog = page.getByRole('dialog', { name: `Delete “${tag}”` });
  await expect(dialog).toContainText('It is taken off 1 record.');
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'No tags' })).toBeVisible();
  expect((await api.read('account', id)).tags).toEqual([own]);
  await app.undo();
  await expect.poll(async () => (await api.read('account', id)).tags).toEqual([tag, own].toSorted((one, other) => one.toLowerCase().localeCompare(other.toLowerCase())));
  await expect(row(page, tag)).toBeVisible();
});
