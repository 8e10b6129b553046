import { randomBytes } from 'node:crypto';
import { test as base } from '@playwright/test';
import { Api } from './api.ts';
import { AppFrame } from './pages/app-frame.ts';
import { sessionFile } from './session-file.ts';

interface Fixtures {
  /** The app with the administrator logged in. */
  app: AppFrame;
  api: Api;
  /** A name that no other journey uses: what a test makes is its own. */
  name: (what: string) => string;
}

export const test = base.extend<Fixtures>({
  baseURL: ({}, use) => use(process.env.RAPPORT_URL),
  storageState: sessionFile,
  api: async ({ context }, use) => use(new Api(context.request)),
  app: async ({ page }, use) => use(new AppFrame(page)),
  name: async ({}, use) => {
    const mark = randomBytes(3).toString('hex');
    await use((what) => `${what} ${mark}`);
  },
});

export { expect } from '@playwright/test';
