import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../accessibility.ts';
import { expect, test } from '../test.ts';

// Fewer cards are looked at in less time, and are of the same kinds.
const largeDeals = encodeURIComponent(JSON.stringify({ field: 'amount', op: '>', value: 60_000 }));

/** Each screen with its address and what is there when it has arrived. */
const screens: Record<string, { path: string; arrived: (page: Page) => ReturnType<Page['getByRole']> }> = {
  today: { path: '/', arrived: (page) => page.getByRole('listitem') },
  list: { path: '/o/contact', arrived: (page) => page.getByRole('rowheader').or(page.getByRole('listitem')) },
  'filtered list': { path: '/o/opportunity?view=open', arrived: (page) => page.getByRole('rowheader') },
  board: { path: `/o/opportunity/board?filter=${largeDeals}`, arrived: (page) => page.getByRole('article') },
  form: { path: '/o/contact?create=contact', arrived: (page) => page.getByRole('dialog') },
  import: { path: '/o/contact/import', arrived: (page) => page.getByRole('main').getByRole('button') },
  setup: { path: '/setup', arrived: (page) => page.getByRole('table') },
  'object in setup': { path: '/setup/opportunity', arrived: (page) => page.getByRole('table') },
  ...Object.fromEntries(
    ['company', 'currencies', 'users', 'roles', 'teams', 'queues', 'territories', 'sharing', 'trash', 'audit', 'backups', 'jobs'].map((area) => [`${area} in setup`, { path: `/setup/area/${area}`, arrived: (page: Page) => page.getByRole('heading', { level: 1 }) }]),
  ),
  'pipelines in setup': { path: '/setup/pipelines', arrived: (page) => page.getByRole('table') },
};

async function visit(page: Page, screen: string): Promise<void> {
  const known = screens[screen];
  if (!known) throw new Error(`There is no screen ${screen}.`);
  await page.goto(known.path);
  await known.arrived(page).first().waitFor();
}

for (const screen of Object.keys(screens)) {
  test(`the ${screen} has no barrier`, async ({ page }) => {
    await visit(page, screen);
    await expectNoBarriers(page);
  });
}

test('a record has no barrier, not even while it is edited', async ({ page, app, api }) => {
  const [deal] = await api.query('SELECT id FROM opportunity WHERE is_closed = false ORDER BY close_date LIMIT 1');
  const record = await app.openRecord('opportunity', String(deal?.id));
  await record.edit('Competitor');
  await expectNoBarriers(page);
});

test('the sign-in page has no barrier', async ({ page, context }) => {
  await context.clearCookies();
  await page.goto('/login');
  await expectNoBarriers(page);
});

test('the palette has no barrier', async ({ page, app }) => {
  const palette = await (await app.open()).openPalette();
  await palette.find('an');
  await palette.entry(/./).first().waitFor();
  await expectNoBarriers(page);
});

test.describe('on a phone, from right to left', () => {
  test.use({ viewport: { width: 390, height: 844 }, locale: 'ar' });
  for (const screen of ['today', 'list', 'board']) {
    test(`the ${screen} has no barrier`, async ({ page }) => {
      await visit(page, screen);
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      await expectNoBarriers(page);
    });
  }
});
