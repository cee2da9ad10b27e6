import path from 'node:path';
import { runnerImport } from 'vite';
import { readFirstLoad, sizeOf, totalOf } from '../scripts/size/firstLoad.mjs';
import { openPage } from './openPage.mjs';
import { startSite } from './site.mjs';

const AGENT_SPEAKS_WITHIN_MS = 30_000;

/**
 * @typedef {object} FirstLoad
 * @property {ReturnType<typeof totalOf>} all what is fetched until a person can write, as `npm run build` counts it
 * @property {ReturnType<typeof totalOf>} boot the part that stands before the start
 * @property {ReturnType<typeof totalOf>} spoken what the page asked its own site for until the agent spoke
 * @property {string[]} later the files of it that are not needed for writing
 */

/**
 * The first load as it happens: the built console against the simulator over HTTP, until one can write and the
 * first words of an agent are there.
 * @param {import('playwright').Browser} browser
 * @param {string} dist
 * @returns {Promise<FirstLoad>}
 */
export async function measureFirstLoad(browser, dist) {
  const { module } = await runnerImport(path.resolve(import.meta.dirname, '../src/mocks/httpServer.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  const gms = await module.startHttpGms({ port: 0 });
  const site = await startSite({ folders: { console: dist }, gms: (call) => passOn(gms.url, call) });
  try {
    const requests = await requestsUntilAgentSpeaks(browser, `${site.url}/console/`);
    const { boot, all: counted } = readFirstLoad(dist);
    const isCounted = new Set(counted.map(({ file }) => file));
    return {
      all: totalOf(counted),
      boot: totalOf(boot),
      spoken: totalOf(requests.map((file) => sizeOf(dist, file))),
      later: requests.filter((file) => !isCounted.has(file)),
    };
  } finally {
    await Promise.all([site.close(), gms.close()]);
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} folder
 */
function requestsUntilAgentSpeaks(browser, folder) {
  return openPage(browser, 'about:blank', {}, async (page) => {
    /** @type {string[]} */
    const requests = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.href.startsWith(folder)) requests.push(url.pathname.slice('/console/'.length));
    });
    await page.goto(`${folder}index.html?gmsScenario=CHAT-NOW`);
    await page
      .locator('[data-entry="message"][data-from="agent"]')
      .first()
      .waitFor({ timeout: AGENT_SPEAKS_WITHIN_MS });
    await page.getByRole('textbox', { name: 'Message' }).fill('Hello');
    return requests;
  });
}

/**
 * GMS is only ever asked by POST.
 * @param {string} origin
 * @param {import('./site.mjs').Call} call
 * @returns {Promise<import('./site.mjs').Reply>}
 */
async function passOn(origin, { url, headers, body }) {
  const fields = ['content-type', 'gms_user'].flatMap((name) =>
    headers[name] ? [[name, String(headers[name])]] : [],
  );
  const reply = await fetch(origin + url, { method: 'POST', headers: Object.fromEntries(fields), body });
  const type = reply.headers.get('content-type') ?? 'application/json';
  return { status: reply.status, type, body: Buffer.from(await reply.arrayBuffer()) };
}
