import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/findChromium.mjs';

/** What crosses windows, frames, origins and reloads, on the built files and the simulator over HTTP. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  forbidOnly: true,
  use: {
    launchOptions: await findChromium(),
    viewport: { width: 420, height: 700 },
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
  },
});
