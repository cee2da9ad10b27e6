import { medianOf } from './medianOf.mjs';
import { openPage } from './openPage.mjs';

/** @typedef {{ usable: number, usableSlowed: number, tripsToComposer: number, tripsToSend: number }} Start */

/**
 * Something of each of the two pages that are compared.
 * @template Value
 * @typedef {{ console: Value, vanilla: Value }} Pair
 */

/** @typedef {{ delayMs: number, slowdown?: number, firstMessage?: string }} Conditions */

const RUNS = 7;
const FEW_RUNS = 3;
const SLOWED_RUNS = 5;
const SLOWDOWN = 4;
const FAR_MS = 300;

/**
 * How soon one can write, in each page in turn, so that a busy moment of the machine meets both alike.
 * @param {import('playwright').Browser} browser
 * @param {import('./site.mjs').Site} site
 * @param {ReturnType<typeof import('./gmsStub.mjs').createGmsStub>} gms
 * @param {Pair<string>} pages
 * @returns {Promise<Pair<Start>>}
 */
export async function measureStart(browser, site, gms, pages) {
  // the browser itself is slow at first
  await inTurn(1, { delayMs: 0 });
  const near = await inTurn(RUNS, { delayMs: 0 });
  const slowed = await inTurn(SLOWED_RUNS, { delayMs: 0, slowdown: SLOWDOWN });
  const sending = await inTurn(FEW_RUNS, { delayMs: 0, firstMessage: 'Hello' });
  const far = await inTurn(FEW_RUNS, { delayMs: FAR_MS, firstMessage: 'Hello' });
  return both((name) => ({
    usable: near[name].usable,
    usableSlowed: slowed[name].usable,
    tripsToComposer: (far[name].usable - sending[name].usable) / FAR_MS,
    // the page itself comes late too, and what is sent is seen when it arrives
    tripsToSend: (far[name].sent - sending[name].sent) / FAR_MS,
  }));

  /**
   * @param {number} runs
   * @param {Conditions} conditions
   */
  async function inTurn(runs, conditions) {
    /** @type {Pair<{ usable: number, sent: number }[]>} */
    const times = { console: [], vanilla: [] };
    for (let run = 0; run < runs; run += 1) {
      times.console.push(await load(pages.console, conditions));
      times.vanilla.push(await load(pages.vanilla, conditions));
    }
    return both((name) => ({
      usable: medianOf(times[name].map(({ usable }) => usable)),
      sent: medianOf(times[name].map(({ sent }) => sent)),
    }));
  }

  /**
   * @param {string} path
   * @param {Conditions} conditions
   */
  async function load(path, { delayMs, ...options }) {
    gms.reset();
    site.line.delayMs = delayMs;
    return openPage(browser, `${site.url}/${path}`, options, async (page) => {
      const sent = options.firstMessage ? gms.sent() : Promise.resolve(0);
      const usable = await page.evaluate(() => window.bench.usable);
      return { usable, sent: (await sent) - site.askedAt() };
    });
  }
}

/**
 * @template Value
 * @param {(name: keyof Pair<Value>) => Value} make
 * @returns {Pair<Value>}
 */
function both(make) {
  return { console: make('console'), vanilla: make('vanilla') };
}
