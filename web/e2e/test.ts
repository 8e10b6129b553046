import { randomBytes } from 'node:crypto';
import { type BrowserContext, type Page, test as base } from '@playwright/test';
import { Api, type Fields } from './api.ts';
import { AppFrame } from './pages/app-frame.ts';
import { administrator } from './server.ts';
import { keepProved, sessionFile } from './session-file.ts';

/** Somebody else, in a browser of their own. */
export interface Someone {
  id: string;
  last_name: string;
  page: Page;
}

interface Fixtures {
  /** The app with the administrator logged in. */
  app: AppFrame;
  api: Api;
  /** A name that no other journey uses: what a test makes is its own. */
  name: (what: string) => string;
  /** Makes somebody and logs them in. */
  someone: (what: string, fields?: Fields) => Promise<Someone>;
}

const password = 'a first passphrase';

export const test = base.extend<Fixtures>({
  baseURL: ({}, use) => use(process.env.RAPPORT_URL),
  storageState: async ({}, use) => {
    await keepProved(String(process.env.RAPPORT_URL), administrator.password);
    await use(sessionFile);
  },
  api: async ({ context }, use) => use(new Api(context.request)),
  app: async ({ page }, use) => use(new AppFrame(page)),
  name: async ({}, use) => {
    const mark = randomBytes(3).toString('hex');
    await use((what) => `${what} ${mark}`);
  },
  someone: async ({ api, browser, baseURL, name }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (what, fields = {}) => {
      const last_name = name(what);
      const email = `${last_name.toLowerCase().replaceAll(' ', '-')}@example.com`;
      const id = await api.addPerson({ last_name, email, password, ...fields });
      const context = await browser.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
      contexts.push(context);
      await context.request.post('/api/v1/session', { data: { email, password } });
      return { id, last_name, page: await context.newPage() };
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from '@playwright/test';
