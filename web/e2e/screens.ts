import type { Locator, Page } from '@playwright/test';
import type { Api } from './api.ts';
import { only } from './only.ts';
import type { Words } from './words.ts';

/** What opens a screen or a dialog: somebody at a page, who reads its language. */
export interface Visitor extends Words {
  page: Page;
  api: Api;
  /** A name that nothing else has. */
  name: (what: string) => string;
}

export interface Screen {
  what: string;
  /** Its route in the app's tree; a route that no screen names fails the journey about barriers. */
  route: string;
  open: (visitor: Visitor) => Promise<void>;
  /** Who is there: the administrator, unless said otherwise. */
  who?: 'nobody' | 'first administrator';
}

const largeDeals = encodeURIComponent(JSON.stringify({ field: 'amount', op: '>', value: 60_000 }));

const role = (name: Parameters<Page['getByRole']>[0]) => (main: Locator) => main.getByRole(name);
/** Rows of a table, or the cards that they are on a phone. */
const rows = (main: Locator) => main.getByRole('rowheader').or(main.getByRole('list').getByRole('link'));

/** A screen that has arrived when that is in it. */
function at(route: string, what: string, path: string, arrived = role('heading')): Screen {
  return {
    what,
    route,
    open: async ({ page }) => {
      await page.goto(path);
      await arrived(page.getByRole('main')).first().waitFor();
    },
  };
}

/** A tab of the record of a deal about which something is known. */
function recordAt(tab: string): Screen {
  return {
    what: `record, ${tab}`,
    route: '/o/$object/$id',
    open: async ({ page, api, name }) => {
      const { id } = await api.deal(name('Looked at'), 'Prospecting', { next_step: 'Call' });
      await api.update('opportunity', id, { next_step: 'Visit' });
      await api.create('task', { subject: name('Offer'), related_to_id: id });
      await page.goto(`/o/opportunity/${id}?tab=${tab}`);
      await page.getByRole('tabpanel').waitFor();
    },
  };
}

const area = (id: string) => at('/setup/area/$area', `setup, ${id}`, `/setup/area/${id}`);

/** Every screen of the app. */
export const screens: Screen[] = [
  { ...at('/login', 'log-in', '/login'), who: 'nobody' },
  { ...at('/welcome', 'welcome', '/welcome'), who: 'first administrator' },
  at('/', 'today', '/', role('listitem')),
  at('/start', 'getting started', '/start'),
  at('/queue', 'one task after the other', '/queue'),
  at('/start', 'page that is not there', '/nowhere'),
  at('/account/sessions', 'sessions', '/account/sessions'),
  at('/account/navigation', 'order of the navigation', '/account/navigation', role('checkbox')),
  at('/account/notifications', 'what one is told of', '/account/notifications', role('checkbox')),
  at('/calendar', 'calendar, week', '/calendar'),
  at('/calendar', 'calendar, month', '/calendar?view=month'),
  at('/calendar', 'calendar, agenda', '/calendar?view=agenda'),
  at('/o/$object', 'list', '/o/contact', rows),
  at('/o/$object', 'list of a saved view', '/o/opportunity?view=open', rows),
  at('/o/$object', 'list in groups', '/o/opportunity?group=stage_id', rows),
  at('/o/$object', 'empty list', `/o/contact${only('nobody is called that')}`),
  at('/o/$object', 'gallery', '/o/contact?as=gallery', role('gridcell')),
  at('/o/$object', 'map', '/o/account?as=map', (main) => main.getByRole('region').getByRole('listitem')),
  at('/o/$object', 'calendar of a list', '/o/opportunity?as=calendar', role('grid')),
  {
    what: 'list with help',
    route: '/o/$object',
    open: async ({ page, say }) => {
      await page.goto('/o/contact?help=');
      await rows(page.getByRole('main')).first().waitFor();
      await page.getByRole('complementary', { name: say('commands.help') }).waitFor();
    },
  },
  {
    what: 'list with a record beside it',
    route: '/o/$object',
    open: async ({ page, api, name }) => {
      const { id } = await api.create('account', { name: name('Beside') });
      await page.goto(`/o/account?peek=${id}`);
      await page.getByRole('complementary').getByRole('heading').first().waitFor();
    },
  },
  // Fewer cards are looked at in less time, and are of the same kinds.
  at('/o/$object/board', 'board', `/o/opportunity/board?filter=${largeDeals}`, role('article')),
  ...['details', 'timeline', 'history'].map(recordAt),
  {
    what: 'record that is edited',
    route: '/o/$object/$id',
    open: async ({ page, api, name, say, label }) => {
      const { id } = await api.deal(name('Edited'), 'Prospecting');
      await page.goto(`/o/opportunity/${id}`);
      await page.getByRole('button', { name: say('field.edit', { field: label('Competitor') }) }).click();
    },
  },
  {
    what: 'record with a likely duplicate',
    route: '/o/$object/$id',
    open: async ({ page, api, name, say }) => {
      const [{ id }] = await api.twins(name('Twin'));
      await page.goto(`/o/contact/${id}`);
      await page.getByRole('button', { name: say('merge.menu') }).waitFor();
    },
  },
  at('/o/$object/$id', 'record that is not there', '/o/account/001000000000000AAA'),
  at('/o/$object/import', 'import', '/o/contact/import', role('button')),
  {
    what: 'import of a file',
    route: '/o/$object/import',
    open: async ({ page, name }) => {
      await page.goto('/o/contact/import');
      await page.locator('input[type="file"]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(`First name,Last name,E-mail\nAda,${name('Filed')},no address\n`) });
      await page.getByRole('table').first().waitFor();
    },
  },
  {
    what: 'imports',
    route: '/imports',
    open: async ({ page, api, name }) => {
      await api.importCsv('contact', `First name,Last name\nAda,${name('Filed')}\n`);
      await page.goto('/imports');
      await page.getByRole('table').waitFor();
    },
  },
  {
    what: 'report of an import',
    route: '/imports/$id',
    open: async ({ page, api, name }) => {
      const id = await api.importCsv('contact', `First name,Last name,E-mail\nAda,${name('Filed')},no address\n`);
      await page.goto(`/imports/${id}`);
      await page.getByRole('main').getByRole('region').first().waitFor();
    },
  },
  {
    what: 'likely duplicates',
    route: '/o/$object/duplicates',
    open: async ({ page, api, name, say }) => {
      const [{ id }] = await api.twins(name('Pair'));
      await api.findDuplicates('contact', id);
      await page.goto('/o/contact/duplicates');
      await page.getByRole('list', { name: say('duplicates.title') }).getByRole('listitem').first().waitFor();
    },
  },
  at('/setup', 'setup, objects', '/setup', role('table')),
  at('/setup/pipelines', 'setup, pipelines', '/setup/pipelines', role('table')),
  ...['company', 'currencies', 'users', 'roles', 'teams', 'queues', 'territories', 'permissions', 'sharing', 'tags', 'trash', 'audit', 'backups', 'jobs', 'system'].map(area),
  at('/setup/$object', 'setup, fields of an object', '/setup/opportunity', role('table')),
  ...['layouts', 'views', 'rules', 'settings'].map((tab) => at('/setup/$object', `setup, ${tab} of an object`, `/setup/opportunity?tab=${tab}`, role('tab'))),
];
