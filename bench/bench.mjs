// `npm run bench`: how big the built console is, and how quick beside a page without libraries.
// Prints tables and writes bench/results.json; `-- --json` prints the JSON instead. Fails on bytes and requests only.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/findChromium.mjs';
import { buildIfNeeded } from './buildIfNeeded.mjs';
import { createGmsStub } from './gmsStub.mjs';
import { measureChat } from './measureChat.mjs';
import { measureFirstLoad } from './measureFirstLoad.mjs';
import { measureStart } from './measureStart.mjs';
import { formatReport, isOverLimit } from './report.mjs';
import { startSite } from './site.mjs';

const LONGEST_MS = 240_000;
const ROOT = path.resolve(import.meta.dirname, '..');
const PAGES = { console: 'console/index.html?gmsScenario=CHAT-NOW', vanilla: 'vanilla/index.html' };

const giveUp = setTimeout(
  () => stop(`The bench has not finished within ${LONGEST_MS / 1000} s.`),
  LONGEST_MS,
);
await run().catch((error) => stop(`The bench could not finish: ${error.message}`));
clearTimeout(giveUp);

async function run() {
  await buildIfNeeded(ROOT);
  // a copy, so that a build that somebody starts meanwhile changes nothing
  const dist = mkdtempSync(path.join(tmpdir(), 'bench-dist-'));
  cpSync(path.join(ROOT, 'dist'), dist, { recursive: true });
  const browser = await chromium.launch(await findChromium());
  try {
    const firstLoad = await measureFirstLoad(browser, dist);
    report({ firstLoad, ...(await measureSpeed(browser, dist)) });
  } finally {
    await browser.close();
    rmSync(dist, { recursive: true });
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} dist
 */
async function measureSpeed(browser, dist) {
  const gms = createGmsStub();
  const site = await startSite({
    folders: { console: dist, vanilla: path.join(ROOT, 'bench', 'vanilla') },
    files: { 'console/config.json': JSON.stringify({ chat: { api: 'v2' } }) },
    gms: async ({ url, body }) => {
      const { pathname } = new URL(url, 'http://site.test');
      const reply = gms.answer({ path: pathname, fields: new URLSearchParams(body) });
      return { status: 200, type: 'application/json', body: Buffer.from(JSON.stringify(reply)) };
    },
  });
  try {
    const start = await measureStart(browser, site, gms, PAGES);
    const chat = {
      console: await measureChat(browser, `${site.url}/${PAGES.console}`, gms),
      vanilla: await measureChat(browser, `${site.url}/${PAGES.vanilla}`, gms),
    };
    return { console: { ...start.console, ...chat.console }, vanilla: { ...start.vanilla, ...chat.vanilla } };
  } finally {
    await site.close();
  }
}

/** @param {import('./report.mjs').Results} results */
function report(results) {
  const json = JSON.stringify(results, null, 2);
  writeFileSync(path.join(ROOT, 'bench', 'results.json'), `${json}\n`);
  console.log(process.argv.includes('--json') ? json : formatReport(results));
  if (isOverLimit(results)) process.exitCode = 1;
}

/** @param {string} message */
function stop(message) {
  console.error(message);
  process.exit(1);
}
