import { randomInt } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { addAuthenticator, atName } from './authenticator.ts';
import { drag } from './drag.ts';
import { only } from './only.ts';
import type { Visitor } from './screens.ts';
import { administrator } from './server.ts';

export interface OpenedDialog {
  what: string;
  /** The file under web/src that draws it; one that no dialog names fails the journey about barriers. */
  source: string;
  open: (visitor: Visitor) => Promise<void>;
}

const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true });

async function record({ page, api, name }: Visitor, object: string, tab = ''): Promise<string> {
  const shown = name('Asked');
  const { id } = object === 'opportunity' ? await api.deal(shown, 'Proposal') : await api.create(object, object === 'account' ? { name: shown } : { last_name: shown, company: name('Engines') });
  await page.goto(`/o/${object}/${id}${tab}`);
  await page.getByRole('tabpanel').waitFor();
  return shown;
}

/** Opens the menu of a record, and what is called so in it. */
async function fromRecordMenu(visitor: Visitor, item: string): Promise<void> {
  const { page, say } = visitor;
  const shown = await record(visitor, 'opportunity');
  await button(page, say('record.more', { name: shown })).click();
  await page.getByRole('menuitem', { name: say(item) }).click();
}

/** Selects two accounts in a list, and presses what is done with them. */
async function withSelected(visitor: Visitor, action: string): Promise<void> {
  const { page, api, name, say } = visitor;
  const mark = name('Chosen');
  for (const each of ['A', 'B']) await api.create('account', { name: `${mark} ${each}`, phone: each === 'A' ? '+12065550100' : '+12065550101' });
  await page.goto(`/o/account${only(mark)}`);
  for (const each of ['A', 'B']) await page.getByRole('checkbox', { name: say('list.select_row', { name: `${mark} ${each}` }) }).check({ force: true });
  await page.getByRole('toolbar').getByRole('button', { name: say(action) }).click();
}

/** Adds a picture to an account, and opens it. */
async function openPicture(visitor: Visitor): Promise<void> {
  const { page, say } = visitor;
  await record(visitor, 'account');
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await page.getByLabel(say('files.add')).setInputFiles({ name: 'plant.png', mimeType: 'image/png', buffer: pixel });
  await button(page, 'plant.png').click();
}

/** Begins an import, at the choice of fields for columns. */
async function uploadPeople(page: Page): Promise<void> {
  await page.goto('/o/contact/import');
  await page.locator('input[type="file"]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('Last name,Shoe size\nLovelace,38\n') });
}

/** Chooses a number as the new type of a text. */
async function chooseType({ page, api, name, say }: Visitor): Promise<void> {
  const object = await api.makeObject(name('Boat'));
  await api.addField(object, { name: 'size', label: 'Size', type: 'text' });
  await api.createMany(object, [{ name: 'Cloud', size: '109' }, { name: 'Raft', size: 'tiny' }]);
  await page.goto(`/setup/${object}`);
  await button(page, say('retype.title', { field: 'Size' })).click();
  await page.getByRole('dialog').getByRole('combobox').selectOption('integer');
  await page.getByRole('dialog').getByRole('table').waitFor();
}

/** Two tags that records have, in setup. */
async function tagsInSetup({ page, api, name, say }: Visitor): Promise<string> {
  const mark = name('Tagged');
  await api.create('account', { name: mark, tags: [`${mark} A`, `${mark} B`] });
  await page.goto('/setup/area/tags');
  await page.getByRole('searchbox', { name: say('tags.find') }).fill(mark);
  await page.getByRole('checkbox', { name: say('tags.choose', { tag: `${mark} B` }) }).waitFor({ state: 'attached' });
  return mark;
}

/** Goes somewhere and presses a button there. */
const pressed = (path: string, name: (visitor: Visitor) => string) => async (visitor: Visitor) => {
  await visitor.page.goto(path);
  await button(visitor.page.getByRole('main'), name(visitor)).first().click();
};

/** The administrator's passkeys, of which there is one. */
async function passkeys({ page, say }: Visitor): Promise<Locator> {
  await page.request.post(atName('/api/v1/session'), { data: { email: administrator.email, password: administrator.password } });
  await page.goto(atName('/account/sessions'));
  await addAuthenticator(page);
  await button(page, say('passkeys.add')).click();
  await page.getByRole('dialog').getByLabel(say('login.password')).fill(administrator.password);
  await button(page, say('passkeys.go_on')).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return page.getByRole('list', { name: say('passkeys.title') }).getByRole('listitem').first().getByRole('button');
}

/** Every dialog and every panel that a button opens. */
export const dialogs: OpenedDialog[] = [
  {
    what: 'palette',
    source: 'features/commands/palette.tsx',
    open: async ({ page }) => {
      await page.goto('/');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('an');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    what: 'shortcuts',
    source: 'features/commands/shortcut-sheet.tsx',
    open: async ({ page }) => {
      await page.goto('/');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('?');
    },
  },
  {
    what: 'notifications',
    source: 'features/notifications/bell.tsx',
    open: async ({ page, api, name, say }) => {
      await api.importCsv('contact', `First name,Last name\nAda,${name('Filed')}\n`);
      await page.goto('/');
      await page.getByRole('button', { name: new RegExp(`^${say('notifications.title')}`) }).click();
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    },
  },
  {
    what: 'new passkey',
    source: 'features/account/add-passkey-dialog.tsx',
    open: async (visitor) => {
      await passkeys(visitor);
      await button(visitor.page, visitor.say('passkeys.add')).click();
    },
  },
  { what: 'name of a passkey', source: 'features/account/rename-passkey-dialog.tsx', open: async (visitor) => (await passkeys(visitor)).first().click() },
  { what: 'passkey to remove', source: 'features/account/remove-passkey-dialog.tsx', open: async (visitor) => (await passkeys(visitor)).last().click() },
  {
    what: 'passkeys of somebody to remove',
    source: 'features/setup/people/person-passkeys.tsx',
    open: async (visitor) => {
      const { page, say } = visitor;
      await passkeys(visitor);
      const { user } = (await (await page.request.get(atName('/api/v1/me'))).json()) as { user: { name: string } };
      await page.goto(atName('/setup/area/users'));
      await page.getByRole('searchbox').fill(user.name);
      await button(page, say('setup.password_of', { name: user.name })).click();
      await button(page, say('setup.remove_passkeys')).click();
      await page.getByRole('dialog', { name: say('setup.remove_passkeys') }).waitFor();
    },
  },
  {
    what: 'proof of who one is',
    source: 'features/login/proof-dialog.tsx',
    open: async ({ page, api, say }) => {
      // A session of its own: others go on with theirs.
      await page.request.post('/api/v1/session', { data: { email: administrator.email, password: administrator.password } });
      await page.goto('/setup/area/backups');
      await api.takeProofBack();
      await page.getByRole('link', { name: say('setup.export_all_button') }).click();
    },
  },
  { what: 'form', source: 'fields/record-form-dialog.tsx', open: async ({ page }) => void (await page.goto('/o/contact?create=contact')) },
  {
    what: 'form with what is missing',
    source: 'fields/record-form-dialog.tsx',
    open: async ({ page, say }) => {
      await page.goto('/o/contact?create=contact');
      await button(page, say('create.create')).click();
      await page.getByRole('dialog').getByRole('alert').first().waitFor();
    },
  },
  {
    what: 'merge of what was typed',
    source: 'features/create/merge-into-dialog.tsx',
    open: async ({ page, api, name }) => {
      const last_name = name('There');
      const typed = { first_name: 'Ada', last_name, email: `${last_name.toLowerCase().replace(' ', '.')}@home.example` };
      await api.create('contact', typed);
      await page.goto(`/o/contact?create=contact&preset=${encodeURIComponent(JSON.stringify({ ...typed, title: 'Countess' }))}`);
      await page.getByRole('dialog').getByRole('listitem').filter({ hasText: last_name }).getByRole('button').first().click();
      await page.getByRole('dialog').getByRole('table').first().waitFor();
    },
  },
  { what: 'form of no object', source: 'features/create/quick-create.tsx', open: async ({ page }) => void (await page.goto('/?create=nothing')) },
  {
    what: 'entry of the calendar',
    source: 'fields/record-form-dialog.tsx',
    open: async ({ page, api, name }) => {
      const subject = name('Demo');
      // A day of its own: meetings at one time lie over each other.
      const day = new Date(Date.UTC(2032, 0, 1 + (Number.parseInt(subject.slice(-4), 16) % 3000))).toISOString().slice(0, 10);
      await api.create('event', { subject, starts_at: `${day}T10:00:00Z`, ends_at: `${day}T11:00:00Z` });
      await page.goto(`/calendar?view=week&date=${day}`);
      await page.getByRole('main').getByRole('link').filter({ hasText: subject }).click();
    },
  },
  { what: 'time zones of the calendar', source: 'features/calendar/zone-picker.tsx', open: pressed('/calendar?view=week', ({ say }) => say('calendar.zones')) },
  {
    what: 'which times of a recurring event',
    source: 'features/calendar/scope-dialog.tsx',
    open: async ({ page, api, name }) => {
      const subject = name('Daily');
      // A year of its own: what others plan on the same days would move the entry while it is dragged.
      const month = `${randomInt(2040, 2100)}-04`;
      await api.create('event', { subject, starts_at: `${month}-08T10:00:00Z`, ends_at: `${month}-08T11:00:00Z`, recurrence: 'FREQ=DAILY;COUNT=2' });
      await page.goto(`/calendar?view=month&date=${month}-08`);
      await drag(page.getByText(subject).first(), page.locator(`[data-date="${month}-17"]`));
    },
  },
  {
    what: 'name of a view and who sees it',
    source: 'fields/views/view-dialog.tsx',
    open: async ({ page, say }) => {
      await page.goto('/o/contact');
      await button(page, say('list.view_menu')).click();
      await page.getByRole('menuitem', { name: say('list.save_as'), exact: true }).click();
    },
  },
  {
    what: 'reason of a loss',
    source: 'fields/record-form-dialog.tsx',
    open: async (visitor) => {
      await record(visitor, 'opportunity');
      await button(visitor.page, visitor.label('Lost')).click();
    },
  },
  {
    what: 'what a stage needs',
    source: 'fields/record-form-dialog.tsx',
    open: async ({ page, api, name }) => {
      const { deal } = await api.gatedDeal(name);
      await page.goto(`/o/opportunity/${deal.id}`);
      await button(page, 'Agreed').click();
    },
  },
  { what: 'stage', source: 'fields/record-form-dialog.tsx', open: pressed('/setup/pipelines', ({ label }) => label('Stage')) },
  {
    what: 'conversion of a lead',
    source: 'fields/convert/convert-dialog.tsx',
    open: async (visitor) => {
      await record(visitor, 'lead');
      await button(visitor.page, visitor.say('convert.menu')).click();
    },
  },
  { what: 'access to a record', source: 'features/record/access-dialog.tsx', open: (visitor) => fromRecordMenu(visitor, 'access.menu') },
  { what: 'shares of a record', source: 'features/record/share-dialog.tsx', open: (visitor) => fromRecordMenu(visitor, 'share.menu') },
  { what: 'file', source: 'features/record/files/file-preview.tsx', open: openPicture },
  { what: 'merge', source: 'fields/merge-dialog.tsx', open: (visitor) => withSelected(visitor, 'merge.menu') },
  { what: 'change of many', source: 'features/list/bulk-edit-dialog.tsx', open: (visitor) => withSelected(visitor, 'common.edit') },
  { what: 'deletion of many', source: 'features/list/bulk-delete-dialog.tsx', open: (visitor) => withSelected(visitor, 'common.delete') },
  { what: 'tags of many', source: 'fields/record-form-dialog.tsx', open: (visitor) => withSelected(visitor, 'tags.bulk') },
  { what: 'new owner of many', source: 'fields/record-form-dialog.tsx', open: (visitor) => withSelected(visitor, 'list.assign') },
  {
    what: 'new field for a column',
    source: 'features/import/new-field-dialog.tsx',
    open: async ({ page, say }) => {
      await uploadPeople(page);
      await page.getByLabel(say('import.field_for', { column: 'Shoe size' })).selectOption({ label: say('import.new_field') });
    },
  },
  {
    what: 'mapping kept as a template',
    source: 'features/import/template-bar.tsx',
    open: async ({ page, say }) => {
      await uploadPeople(page);
      await button(page, say('import.keep_template')).click();
    },
  },
  { what: 'choice of a filter', source: 'fields/filter/filter-bar.tsx', open: pressed('/o/contact', ({ say }) => say('filter.filter')) },
  {
    what: 'filter',
    source: 'fields/filter/filter-chip.tsx',
    open: async ({ page, say }) => {
      await page.goto(`/o/contact${only('an')}`);
      await page.getByRole('group', { name: say('filter.filters') }).getByRole('button').filter({ hasText: 'an' }).first().click();
    },
  },
  { what: 'sorting', source: 'features/list/list-toolbar.tsx', open: pressed('/o/contact', ({ say }) => say('list.sort')) },
  { what: 'fields of the cards', source: 'features/board/board-toolbar.tsx', open: pressed('/o/opportunity/board', ({ say }) => say('board.card_fields')) },
  { what: 'columns', source: 'features/list/list-toolbar.tsx', open: pressed('/o/contact', ({ say }) => say('list.columns')) },
  { what: 'people of the calendar', source: 'features/calendar/people-picker.tsx', open: pressed('/calendar', ({ say }) => say('calendar.people')) },
  { what: 'fields of a stage', source: 'features/setup/stage-fields.tsx', open: pressed('/setup/pipelines', ({ say }) => say('setup.stage_needs', { count: 0 })) },
  {
    what: 'tag renamed to one that is there',
    source: 'features/setup/tags/replace-tags-dialog.tsx',
    open: async (visitor) => {
      const { page, say } = visitor;
      const mark = await tagsInSetup(visitor);
      await button(page, say('tags.rename', { tag: `${mark} A` })).click();
      await page.getByLabel(say('tags.new_name')).fill(`${mark} B`);
      await page.getByText(say('tags.become_one', { tag: `${mark} B` })).waitFor();
    },
  },
  {
    what: 'tags merged',
    source: 'features/setup/tags/replace-tags-dialog.tsx',
    open: async (visitor) => {
      const { page, say } = visitor;
      const mark = await tagsInSetup(visitor);
      for (const each of ['A', 'B']) await page.getByRole('checkbox', { name: say('tags.choose', { tag: `${mark} ${each}` }) }).check({ force: true });
      await button(page, say('tags.merge', { count: 2 })).click();
    },
  },
  {
    what: 'tag deleted',
    source: 'features/setup/tags/replace-tags-dialog.tsx',
    open: async (visitor) => button(visitor.page, visitor.say('tags.delete', { tag: `${await tagsInSetup(visitor)} A` })).click(),
  },
  { what: 'object', source: 'features/setup/new-object-dialog.tsx', open: pressed('/setup', ({ say }) => say('setup.new_object')) },
  { what: 'field', source: 'features/setup/field-dialog.tsx', open: pressed('/setup/account', ({ say }) => say('setup.field')) },
  { what: 'change of a type', source: 'features/setup/change-type-dialog.tsx', open: chooseType },
  {
    what: 'changed type',
    source: 'features/setup/type-change-progress.tsx',
    open: async (visitor) => {
      await chooseType(visitor);
      await visitor.page.getByRole('dialog').getByRole('button', { name: visitor.say('retype.lose', { count: 1 }) }).click();
      await visitor.page.getByText(visitor.say('retype.can_undo')).waitFor();
    },
  },
  {
    what: 'condition of a section',
    source: 'fields/filter/filter-chip.tsx',
    open: async ({ page, say }) => {
      await page.goto('/setup/account?tab=layouts');
      await page.getByRole('button', { name: say('setup.section_always') }).first().click();
    },
  },
  { what: 'layout for roles', source: 'features/setup/layouts/role-layout-dialog.tsx', open: pressed('/setup/account?tab=layouts', ({ say }) => say('setup.layout_for_roles')) },
  { what: 'rule', source: 'features/setup/rules/rule-dialog.tsx', open: pressed('/setup/account?tab=rules', ({ say }) => say('setup.rule')) },
  {
    what: 'deletion of an object',
    source: 'features/setup/delete-dialog.tsx',
    open: async ({ page, api, name, say }) => {
      const label = name('Boat');
      await page.goto(`/setup/${await api.makeObject(label)}`);
      await button(page, say('record.more', { name: label })).click();
      await page.getByRole('menuitem', { name: say('setup.delete_object') }).click();
    },
  },
  { what: 'sharing rule', source: 'features/setup/access/sharing-rule-dialog.tsx', open: pressed('/setup/area/sharing', ({ label }) => label('Sharing rule')) },
  {
    what: 'change set',
    source: 'features/setup/operations/change-set-dialog.tsx',
    open: async ({ page, api, name }) => {
      const { id } = await api.create('account', { name: name('Audited') });
      await api.update('account', id, { name: name('Renamed') });
      await page.goto('/setup/area/audit');
      await page.getByRole('table').getByRole('button').first().click();
    },
  },
  {
    what: 'password',
    source: 'features/setup/people/password-dialog.tsx',
    open: async ({ page, api, name, say }) => {
      const last_name = name('Mara');
      await api.create('user', { last_name, email: `${last_name.toLowerCase().replace(' ', '-')}@example.com` });
      await page.goto('/setup/area/users');
      await page.getByRole('searchbox').fill(last_name);
      await button(page, say('setup.password_of', { name: last_name })).click();
    },
  },
];
