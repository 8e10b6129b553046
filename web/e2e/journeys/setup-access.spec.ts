import { expectNoBarriers } from '../accessibility.ts';
import { expect, test } from '../test.ts';

test('a permission set is narrowed down, and a person shows what it comes to', async ({ page, api, name }) => {
  const set = name('Readers');
  const person = name('Ines');
  const made = await api.create('permission_set', { name: set });
  const user = await api.create('user', { last_name: person, email: `${person.replace(' ', '-')}@example.com` });
  await api.create('permission_set_assignment', { permission_set_id: made.id, user_id: user.id });
  await page.goto('/setup/area/permissions');
  await page.getByLabel('Permission set', { exact: true }).selectOption({ label: set });
  const rights = page.getByRole('table', { name: `Rights of ${set}` });
  await rights.getByLabel('Change all: Products').check();
  // Whoever changes all records also sees them.
  await expect(rights.getByLabel('Read: Products')).toBeChecked();
  await rights.getByRole('button', { name: 'Products', exact: true }).click();
  await expect(rights.getByRole('list', { name: 'Fields of Product' })).toBeVisible();
  await expectNoBarriers(page);

  await page.getByRole('button', { name: 'View as a person' }).click();
  await page.getByLabel('Person', { exact: true }).selectOption({ label: person });
  const sees = page.getByRole('table', { name: `Rights of ${person}` });
  await expect(sees.getByRole('img', { name: 'Change all: Products' })).toBeVisible();
  await expect(sees.getByRole('img', { name: 'Change all: Accounts' })).toBeHidden();
});

test('a rule shares what has certain values with a team', async ({ page, api, name }) => {
  const [team, rule] = [name('Finance'), name('Big deals')];
  await api.create('team', { name: team });
  await page.goto('/setup/area/sharing');
  await page.getByRole('button', { name: 'Sharing rule', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New Sharing rule' });
  await dialog.getByLabel(/^Name/).fill(rule);
  await dialog.getByLabel(/^Object/).selectOption({ label: 'Opportunities' });
  await dialog.getByRole('button', { name: 'By their values' }).click();
  await dialog.getByRole('button', { name: 'Condition' }).click();
  await dialog.getByLabel('Field').selectOption({ label: 'Won' });
  await dialog.getByLabel('Kind: Shared with').selectOption({ label: 'Team' });
  await dialog.getByRole('combobox', { name: /^Shared with/ }).fill(team);
  await page.getByRole('option', { name: team }).click();
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: rule })).toContainText(team);
});

test('somebody new gets a password to begin with', async ({ page, name }) => {
  const person = name('Mara');
  await page.goto('/setup/area/users');
  await page.getByRole('button', { name: 'User', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New User' });
  await dialog.getByLabel(/^Last name/).fill(person);
  await dialog.getByLabel(/^E-mail/).fill(`${person.replace(' ', '-')}@example.com`);
  await dialog.getByRole('button', { name: 'Create' }).click();
  const password = page.getByRole('dialog', { name: `Password of ${person}` });
  await password.getByLabel(/^Password/).fill('a first passphrase');
  await password.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'can log in' })).toBeVisible();
});

test('a role is put below another one, and moved', async ({ page, api, name }) => {
  const [above, below] = [name('Above'), name('Below')];
  await api.create('role', { name: above });
  await page.goto('/setup/area/roles');
  const tree = page.getByRole('navigation', { name: 'Roles' });
  await tree.getByRole('button', { name: above }).click();
  await page.getByRole('button', { name: 'Below it' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill(below);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(tree.getByRole('listitem').filter({ has: page.getByRole('button', { name: above }) }).getByRole('button', { name: below })).toBeVisible();
});

test('what was deleted comes back from the trash', async ({ page, api, name }) => {
  const account = name('Gone');
  const { id } = await api.create('account', { name: account });
  await api.remove('account', id);
  await page.goto('/setup/area/trash');
  await page.getByRole('button', { name: `Restore ${account}` }).click();
  await expect(page.getByRole('status').filter({ hasText: `${account} is back` })).toBeVisible();
  expect((await api.read('account', id)).name).toBe(account);
});
