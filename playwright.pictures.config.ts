import { defineConfig } from '@playwright/test';
import e2e from './playwright.config.ts';

/** Draws the pictures of the documents anew, on the built files: `npm run pictures`. Nothing of it is a test. */
export default defineConfig({
  ...e2e,
  testDir: 'tests/pictures',
  testMatch: '*.pictures.ts',
  use: { ...e2e.use, viewport: { width: 340, height: 600 }, deviceScaleFactor: 1.5 },
});
