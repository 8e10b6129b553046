import { expectNoBarriers } from '../accessibility.ts';
import { only } from '../only.ts';
import { expect, test } from '../test.ts';

test('tags are typed in the head of a record, offered when they are known, and taken off', async ({ page, app, api, name }) => {
  const [known, made] = [name('Known'), name('Made up')];
  // More than the list of proposals shows at once.
  await api.create('account', { name: name('Other'), tags: [known, ...Array.from({ length: 12 }, (_, index) => `${known} ${index}`)] });
  const { id } = await api.create('account', { name: name('Tagged') });
  await app.openRecord('account', id);
  await page.getByRole('button', { name: 'Add tags' }).click();
  const input = page.getByRole('combobox', { name: 'Tags' });
  await input.fill(known.toLowerCase());
  await expect(page.getByRole('option', { name: `${known} 9` })).toBeAttached();
  await expectNoBarriers(page);
  await page.getByRole('option', { name: known, exact: true }).click();
  await input.fill(made);
  await expect(page.getByRole('option', { name: `New tag “${made}”` })).toBeVisible();
  await input.press('Enter');
  await expect(page.getByRole('button', { name: `Remove “${made}”` })).toBeVisible();
  await expectNoBarriers(page);
  await input.press('Enter');
  await expect.poll(async () => (await api.read('account', id)).tags).toEqual([known, made]);
  await page.getByRole('button', { name: 'Change tags' }).click();
  await page.getByRole('button', { name: `Remove “${known}”` }).click();
  await page.getByRole('combobox', { name: 'Tags' }).press('Enter');
  await expect.poll(async () => (await api.read('account', id)).tags).toEqual([made]);
  await page.reload();
  await expect(page.getByRole('main')).toContainText(made);
});

test('a list is filtered by tags', async ({ page, app, api, name }) => {
  const [mark, tag] = [name('Filtered'), name('Hot')];
  await api.deal(`${mark} A`, 'Prospecting', { tags: [tag] });
  await api.deal(`${mark} B`, 'Prospecting');
  const list = await app.openList('opportunity', `${only(mark)}&columns=${encodeURIComponent('["name","tags"]')}&sort=name`);
  await expect(list.cell(`${mark} A`, 1)).toHaveText(tag);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: 'Tags', exact: true }).click();
  await page.getByRole('combobox', { name: 'Tags' }).fill(tag);
  await page.getByRole('option', { name: tag, exact: true }).click();
  await expect.poll(() => list.names()).toEqual([`${mark} A`]);
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText(`Tags includes any of ${tag}`);
});

test('many records are tagged at once without losing their own tags, and back', async ({ page, app, api, name }) => {
  const [mark, own, given] = [name('Bulk'), name('Own'), name('Given')];
  const { id } = await api.create('account', { name: `${mark} A`, tags: [own] });
  const { id: other } = await api.create('account', { name: `${mark} B`, tags: [given] });
  await app.openList('account', `${only(mark)}&sort=name`);
  for (const each of ['A', 'B']) await page.getByRole('checkbox', { name: `Select ${mark} ${each}` }).check({ force: true });
  await page.getByRole('toolbar').getByRole('button', { name: 'Tag', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Tag 2 records' });
  await dialog.getByRole('combobox', { name: 'Add tags' }).fill(given);
  await dialog.getByRole('button', { name: 'Change 2' }).click();
  await expect.poll(async () => (await api.read('account', id)).tags).toEqual([given, own]);
  await app.undo();
  await expect.poll(async () => (await api.read('account', id)).tags).toEqual([own]);
  expect((await api.read('account', other)).tags).toEqual([given]);
});

test('a card shows the tags of its deal', async ({ page, api, name }) => {
  const [deal, tag] = [name('Carded'), name('Hot')];
  await api.deal(deal, 'Prospecting', { tags: [tag] });
  await page.goto(`/o/opportunity/board${only(deal)}`);
  await expect(page.getByRole('article').filter({ hasText: deal })).toContainText(tag);
});

test('tags are taken off by keyboard one by one, and several are pasted at once', async ({ page, app, api, name }) => {
  const [first, second, third] = [name('A'), name('B'), name('C')];
  const { id } = await api.create('account', { name: name('By keys'), tags: [first, second, third] });
  await app.openRecord('account', id);
  await page.getByRole('button', { name: 'Change tags' }).click();
  const input = page.getByRole('combobox', { name: 'Tags' });
  await input.pressSequentially('x');
  // A key that is held down comes again and again: it empties the field, and takes no tag off.
  await page.keyboard.down('Backspace');
  for (let time = 0; time < 3; time += 1) await page.keyboard.down('Backspace');
  await page.keyboard.up('Backspace');
  await expect(page.getByRole('button', { name: `Remove “${third}”` })).toBeVisible();
  await page.getByRole('button', { name: `Remove “${second}”` }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Remove “${second}”` })).toBeHidden();
  await expect(input).toBeFocused();
  await input.fill(`${name('D')}, ${name('E')}; ${name('F')}`);
  await expect(page.getByRole('button', { name: `Remove “${name('E')}”` })).toBeVisible();
  await expect(input).toHaveValue(name('F'));
  await input.press('Enter');
  await input.press('Enter');
  await expect.poll(async () => (await api.read('account', id)).tags).toEqual([first, third, name('D'), name('E'), name('F')]);
});

test('a long tag stays within a narrow page, with the button that takes it off', async ({ page, app, api, name }) => {
  const tag = name('Donaudampfschifffahrtsgesellschaftskapitän');
  const { id } = await api.create('account', { name: name('Narrow'), tags: [tag] });
  await page.setViewportSize({ width: 320, height: 640 });
  await app.openRecord('account', id);
  await expect(page.getByRole('main').getByText(tag)).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Change tags' }).click();
  await expect(page.getByRole('button', { name: `Remove “${tag}”` })).toBeInViewport({ ratio: 1 });
});
