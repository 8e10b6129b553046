import { defineConfig } from '@playwright/test';
import { browser } from './browser.ts';

// Takes the pictures of the README from a demo workspace: npm run screenshots.
export default defineConfig({
  testDir: '.',
  testMatch: 'screenshots.ts',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: { ...browser, viewport: { width: 1280, height: 800 } },
});
