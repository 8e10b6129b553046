import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAllInReach, expectNoBarriers, expectNoBarriersNow } from '../accessibility.ts';
import { dialogs } from '../dialogs.ts';
import { screens } from '../screens.ts';
import { root, startEmptyServer } from '../server.ts';
import { expect, test } from '../test.ts';
import { wordsOf } from '../words.ts';

test('every route of the app and every part of setup is among the screens', async ({ page, app }) => {
  await app.openSetup();
  const routes = await page.evaluate(() => Object.keys((window as unknown as { __TSR_ROUTER__: { routesByPath: object } }).__TSR_ROUTER__.routesByPath));
  const named = (paths: string[]) => [...new Set(paths.map((each) => each.replace(/(?<=.)\/$/, '')))].sort();
  expect(named(screens.map(({ route }) => route))).toEqual(named(routes));

  const parts = await page.getByRole('navigation', { name: 'Parts of setup' }).getByRole('link').evaluateAll((links) => links.map((link) => `setup, ${link.getAttribute('href')?.split('/').pop() ?? ''}`));
  const visited = screens.filter(({ route }) => route === '/setup/area/$area').map(({ what }) => what);
  expect(visited.sort()).toEqual(parts.filter((part) => !['setup, setup', 'setup, pipelines'].includes(part)).sort());
});

test('every dialog of the app is among the dialogs', () => {
  const sources = path.join(root, 'web/src');
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx') && !file.startsWith('ui/'));
  const drawing = files.filter((file) => /<(Dialog|Modal\.Root|Popover|ButtonPopover)\b/.test(readFileSync(path.join(sources, file), 'utf8')));
  expect([...new Set(dialogs.map(({ source }) => source))].sort()).toEqual(drawing.sort());
});

// A panel beside the page lies over it where there is no room beside it; Esc closes it.
const panels = ['list with help', 'list with a record beside it'];

for (const language of ['en', 'ar'] as const) {
  test.describe(language === 'en' ? 'in English, light and dark, in small windows' : 'in Arabic', () => {
    test.use({ locale: language });
    const words = wordsOf(language);
    const look = async (page: Page, small = true) => {
      if (language !== 'en') return expectNoBarriersNow(page);
      await expectNoBarriers(page);
      if (small) await expectAllInReach(page);
    };

    for (const { what, who, open } of screens) {
      test(`${what}: no barrier`, async ({ page, context, api, name }) => {
        const empty = who === 'first administrator' ? await startEmptyServer() : undefined;
        if (who) await context.clearCookies();
        if (empty) await page.goto(`${empty.url}/welcome`);
        else await open({ page, api, name, ...words });
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await look(page, !who?.startsWith('first') && !panels.includes(what));
        empty?.stop();
      });
    }

    for (const { what, open } of dialogs) {
      test(`${what}: no barrier in the dialog`, async ({ page, api, name }) => {
        await open({ page, api, name, ...words });
        await page.getByRole('dialog').first().waitFor();
        await look(page);
      });
    }
  });
}

test.describe('on a phone, from right to left', () => {
  test.use({ viewport: { width: 390, height: 844 }, locale: 'ar' });
  for (const { what, open } of screens.filter((screen) => ['today', 'list', 'board', 'record, details', 'calendar, agenda', 'setup, objects'].includes(screen.what))) {
    test(`${what}: no barrier`, async ({ page, api, name }) => {
      await open({ page, api, name, ...wordsOf('ar') });
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      await expectNoBarriers(page);
    });
  }
});
