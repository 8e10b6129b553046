import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { browser } from '../browser.ts';
import { tell } from '../speed/measured.ts';
import { expect, test } from '../test.ts';
import { sessionFile } from '../session-file.ts';

const forms = { desktop: { config: desktopConfig, performance: 95 }, phone: { config: undefined, performance: 90 } };
const categories = { performance: 'performance', accessibility: 'accessibility', 'best-practices': 'best practices' };

/** The session as a header, because Lighthouse opens the page in a tab of its own. */
async function cookie(): Promise<string> {
  const { cookies } = JSON.parse(await readFile(sessionFile, 'utf8')) as { cookies: { name: string; value: string }[] };
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function addresses(record: string): Promise<Record<string, string>> {
  return { 'log in': '/login', home: '/', list: '/o/contact', board: '/o/opportunity/board', record: `/o/opportunity/${record}` };
}

test('marks', async ({ api, baseURL }) => {
  const [deal] = await api.query('SELECT id FROM opportunity WHERE is_closed = false ORDER BY close_date LIMIT 1');
  const port = 9333;
  const chrome = await chromium.launch({ ...browser.launchOptions, args: [...browser.launchOptions.args, `--remote-debugging-port=${port}`] });
  const session = { Cookie: await cookie() };
  try {
    for (const [form, { config, performance }] of Object.entries(forms)) {
      for (const [screen, path] of Object.entries(await addresses(String(deal?.id)))) {
        const result = await lighthouse(`${baseURL}${path}`, { port, extraHeaders: screen === 'log in' ? {} : session, onlyCategories: Object.keys(categories), logLevel: 'error' }, config);
        expect(result?.lhr.runtimeError).toBeUndefined();
        for (const [category, name] of Object.entries(categories)) {
          tell({ what: `${screen}, ${form}: ${name}`, value: Math.round((result?.lhr.categories[category]?.score ?? 0) * 100), goal: category === 'performance' ? performance : 100, unit: 'points', least: true });
        }
      }
    }
  } finally {
    await chrome.close();
  }
});
