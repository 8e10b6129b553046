import { defineConfig } from '@playwright/test';
import { browser } from './e2e/browser.ts';

// Journeys run against RAPPORT_URL, or against a Rapport of their own in a folder that goes away with them.
export default defineConfig({
  testDir: 'e2e/journeys',
  globalSetup: './e2e/global-setup.ts',
  fullyParallel: true,
  workers: process.env.CI ? 2 : 1,
  forbidOnly: true,
  // A machine that compiles beside it is twenty times slower; what passes waits no longer for that.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  // Tracing slows what it follows: only what failed is traced, on its second try; what passes then is named flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  // What a journey intercepts must not be answered by the service worker; the journey about it lets it in.
  // What is not there after a minute does not come: a journey that fails says so without waiting out its time, twice.
  use: { actionTimeout: 60_000, serviceWorkers: 'block', ...browser, viewport: { width: 1440, height: 900 }, trace: 'on-first-retry' },
});
