import { defineConfig } from '@playwright/test';
import { browser } from '../browser.ts';

// Asks Lighthouse about the screens that people meet first, on a desktop and on a phone, and prints its marks beside the goals: npm run lighthouse.
export default defineConfig({
  testDir: '.',
  testMatch: 'lighthouse.measure.ts',
  outputDir: '../../test-results',
  globalSetup: '../global-setup.ts',
  workers: 1,
  timeout: 1_200_000,
  reporter: [['../speed/table-reporter.ts']],
  use: browser,
});
