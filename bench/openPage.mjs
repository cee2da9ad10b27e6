import { probe } from './probe.mjs';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {import('playwright').Page} Page */
/** @typedef {import('playwright').CDPSession} DevTools */

const SIZE = { width: 400, height: 640 };

/**
 * Opens an address in a browser that knows nothing yet, calls `use`, and closes it.
 * @template Result
 * @param {Browser} browser
 * @param {string} url
 * @param {{ slowdown?: number, firstMessage?: string }} options
 * @param {(page: Page, devTools: DevTools) => Promise<Result>} use
 */
export async function openPage(browser, url, { slowdown = 1, firstMessage }, use) {
  const context = await browser.newContext({ viewport: SIZE });
  try {
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await page.addInitScript(probe, { firstMessage: firstMessage ?? null });
    if (slowdown > 1) await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(url, { waitUntil: 'commit' });
    return await use(page, devTools);
  } finally {
    await context.close();
  }
}
