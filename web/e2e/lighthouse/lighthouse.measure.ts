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

function addresses(record: string): Record<string, string> {
  return { 'log in': '/login', home: '/', list: '/o/contact', board: '/o/opportunity/board', record: `/o/opportunity/${record}` };
}

/** What Lighthouse says of a page in a browser of its own, as its command does: one that has shown other pages before is slower. */
async function marks(address: string, extraHeaders: Record<string, string>, config: typeof desktopConfig | undefined): Promise<Record<string, number>> {
  const port = 9333;
  const chrome = await chromium.launch({ ...browser.launchOptions, args: [...browser.launchOptions.args, `--remote-debugging-port=${port}`] });
  try {
    const result = await lighthouse(address, { port, extraHeaders, onlyCategories: Object.keys(categories), logLevel: 'error' }, config);
    expect(result?.lhr.runtimeError).toBeUndefined();
    return Object.fromEntries(Object.keys(categories).map((category) => [category, Math.round((result?.lhr.categories[category]?.score ?? 0) * 100)]));
  } finally {
    await chrome.close();
  }
}

/** The middle one of three. */
const middle = (values: number[]) => values.toSorted((one, other) => one - other)[1] ?? NaN;

test('marks', async ({ api, baseURL }) => {
  const [deal] = await api.query('SELECT id FROM opportunity WHERE is_closed = false ORDER BY close_date LIMIT 1');
  const session = { Cookie: await cookie() };
  for (const [form, { config, performance }] of Object.entries(forms)) {
    for (const [screen, path] of Object.entries(addresses(String(deal?.id)))) {
      const taken: Record<string, number>[] = [];
      while (taken.length < 3) taken.push(await marks(`${baseURL}${path}`, screen === 'log in' ? {} : session, config));
      for (const [category, name] of Object.entries(categories)) {
        tell({ what: `${screen}, ${form}: ${name}`, value: middle(taken.map((each) => each[category] ?? NaN)), goal: category === 'performance' ? performance : 100, unit: 'points', least: true });
      }
    }
  }
});
