import { expectNoBarriers } from '../accessibility.ts';
import type { Api } from '../api.ts';
import { ListPage } from '../pages/list-page.ts';
import { expect, type Someone, test } from '../test.ts';

interface Situation {
  api: Api;
  name: (what: string) => string;
  someone: (what: string, fields: { role_id: string }) => Promise<Someone>;
}

/** Somebody with a role below another one. */
async function someoneBelow({ api, name, someone }: Situation) {
  const above = name('Sales');
  const { id: parent_id } = await api.create('role', { name: above });
  const { id: role_id } = await api.create('role', { name: name('Inside sales'), parent_id });
  const { id, page } = await someone('Below', { role_id });
  return { above, owner_id: id, theirs: page };
}

test('people begin with the view of their role, until they put views in order themselves', async ({ page, api, someone, name }) => {
  const { above, theirs } = await someoneBelow({ api, name, someone });
  const object = await api.makeObject(name('Boat'));
  const view = name('Long');
  await api.saveView(object, { name: 'long', label: view, kind: 'table', columns: ['name'], filter: null });
  await page.goto(`/setup/${object}?tab=views`);
  await page.getByLabel(`View with which ${above} begins`).selectOption({ label: view });
  await expect(page.getByRole('status').filter({ hasText: 'saved' })).toBeVisible();
  await expectNoBarriers(page);

  await theirs.goto(`/o/${object}`);
  await expect(theirs.getByRole('tab').first()).toContainText(view);
  await expect(theirs.getByRole('tab', { name: view })).toHaveAttribute('aria-selected', 'true');
  await theirs.getByRole('tab', { name: /^All/ }).click();
  await new ListPage(theirs).viewMenu('Open this view first');
  await expect(theirs.getByRole('tab').first()).toContainText('All');
  await theirs.goto(`/o/${object}`);
  await expect(theirs.getByRole('tab', { name: /^All/ })).toHaveAttribute('aria-selected', 'true');
  await page.goto(`/o/${object}`);
  await expect(page.getByRole('tab', { name: view })).toHaveAttribute('aria-selected', 'false');
});

test('a role has a layout of its own, which others do not see', async ({ page, api, someone, name }) => {
  const { above, owner_id, theirs } = await someoneBelow({ api, name, someone });
  const object = await api.makeObject(name('Crate'));
  await api.addField(object, { name: 'weight', label: 'Weight', type: 'integer' });
  const { id } = await api.create(object, { name: 'Heavy', weight: 7, owner_id });
  await page.goto(`/setup/${object}?tab=layouts`);
  await page.getByRole('button', { name: 'Layout for roles' }).click();
  const dialog = page.getByRole('dialog', { name: 'Layout for roles' });
  await dialog.getByLabel(/^Label/).fill('For sellers');
  await dialog.getByRole('checkbox', { name: above, exact: true }).check({ force: true });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('For whom')).toHaveValue(/./);
  await page.getByRole('button', { name: 'Section' }).click();
  await page.getByLabel('Name of the section').fill('What it weighs');
  await page.getByRole('button', { name: 'Move Weight', exact: true }).click();
  await page.getByRole('menuitem', { name: 'What it weighs' }).click();
  await page.getByRole('button', { name: 'Save layout' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Layout saved' })).toBeVisible();
  await expectNoBarriers(page);

  await theirs.goto(`/o/${object}/${id}`);
  await expect(theirs.getByRole('heading', { name: 'What it weighs' })).toBeVisible();
  await page.goto(`/o/${object}/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Heavy' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What it weighs' })).toBeHidden();

  await page.goto(`/setup/${object}?tab=layouts`);
  await page.getByLabel('For whom').selectOption({ label: 'For sellers' });
  await page.getByRole('button', { name: 'Delete For sellers' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Layout For sellers deleted' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('For whom')).toBeVisible();
});
