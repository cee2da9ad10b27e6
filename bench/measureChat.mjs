import { medianOf } from './medianOf.mjs';
import { openPage } from './openPage.mjs';

/**
 * @typedef {object} Chat
 * @property {number} delivery ms from the end of an answer to the paint of its message, in a short chat
 * @property {number} thousand the same for 1,000 messages in one answer
 * @property {number} tenThousand the same for 10,000
 * @property {number} oneMore one more when 10,000 are there
 * @property {number} oneMoreCpu ms of the main thread for it
 * @property {number} keystroke ms from a key to its paint when 10,000 are there
 * @property {number} heapMb when 10,000 are there
 */

let marks = 0;

const DELIVERIES = 5;
const KEYS = 20;
const PAUSE_BETWEEN_KEYS_MS = 30;

/**
 * How the page of `url` copes with messages.
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @param {ReturnType<typeof import('./gmsStub.mjs').createGmsStub>} gms
 * @returns {Promise<Chat>}
 */
export async function measureChat(browser, url, gms) {
  gms.reset();
  const short = await openPage(browser, url, {}, async (page, devTools) => {
    await page.evaluate(() => window.bench.usable);
    const deliveries = await several(page, devTools);
    return {
      delivery: medianOf(deliveries.map(({ ms }) => ms)),
      thousand: (await deliver(page, devTools, 1_000)).ms,
    };
  });
  gms.reset();
  const long = await openPage(browser, url, {}, async (page, devTools) => {
    await page.evaluate(() => window.bench.usable);
    await deliver(page, devTools, 1);
    const { ms: tenThousand } = await deliver(page, devTools, 10_000);
    const more = await several(page, devTools);
    const keystroke = await measureKeys(page);
    return {
      tenThousand,
      oneMore: medianOf(more.map(({ ms }) => ms)),
      oneMoreCpu: medianOf(more.map(({ cpuMs }) => cpuMs)),
      keystroke,
      heapMb: await measureHeap(devTools),
    };
  });
  return { ...short, ...long };

  /**
   * @param {import('playwright').Page} page
   * @param {import('playwright').CDPSession} devTools
   */
  async function several(page, devTools) {
    const all = [];
    for (let run = 0; run < DELIVERIES; run += 1) all.push(await deliver(page, devTools, 1));
    return all;
  }

  /**
   * The server has `count` more messages; the page's next refresh brings them.
   * @param {import('playwright').Page} page
   * @param {import('playwright').CDPSession} devTools
   * @param {number} count
   */
  async function deliver(page, devTools, count) {
    const marker = `The last one is number ${(marks += 1)}`;
    await page.evaluate((text) => window.bench.watch(text), marker);
    const before = await taskMs(devTools);
    gms.push(count, marker);
    const ms = await page.evaluate(() => window.bench.painted());
    const cpuMs = (await taskMs(devTools)) - before;
    // what is not in view was not delivered
    if (!(await page.getByText(marker, { exact: true }).isVisible()))
      throw new Error(`${url} does not show "${marker}"`);
    return { ms, cpuMs };
  }
}

/** @param {import('playwright').Page} page */
async function measureKeys(page) {
  await page.getByRole('textbox', { name: 'Message' }).focus();
  await page.evaluate(() => {
    window.bench.keys = [];
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('a');
    await page.waitForTimeout(PAUSE_BETWEEN_KEYS_MS);
  }
  return medianOf(await page.evaluate(() => window.bench.keys));
}

/** @param {import('playwright').CDPSession} devTools */
async function measureHeap(devTools) {
  await devTools.send('HeapProfiler.enable');
  await devTools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  return usedSize / 1_000_000;
}

/**
 * Milliseconds that the main thread has worked so far.
 * @param {import('playwright').CDPSession} devTools
 */
async function taskMs(devTools) {
  await devTools.send('Performance.enable');
  const { metrics } = await devTools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}
