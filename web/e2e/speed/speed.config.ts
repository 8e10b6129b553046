import { defineConfig } from '@playwright/test';
import { browser } from '../browser.ts';

// Measures the app on a workspace of 100,000 contacts and prints what came out beside the goals: npm run speed.
export default defineConfig({
  testDir: '.',
  testMatch: '*.measure.ts',
  outputDir: '../../test-results',
  globalSetup: './global-setup.ts',
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['./table-reporter.ts']],
  use: { ...browser, viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' },
});
