import { readFile } from 'node:fs/promises';
import type { BrowserContext, FrameLocator, Page } from '@playwright/test';
import { startHttpGms } from '../../../src/mocks/httpServer.ts';
import { setUpInvitations } from '../../../src/mocks/setUpInvitations.ts';
import type { Field } from '../../../src/simulator/gms.ts';
import { bundleScript } from '../../../vite/bundleScript.ts';
import type { Host } from './startHost.ts';
import { startHost } from './startHost.ts';
import type { Site } from './startSite.ts';
import { expect, test as base } from './test.ts';

export { expect };

export const ID = /^[0-9A-F]{32}$/;

type ShopWish = Readonly<{
  /** in every page, before the tracker: what a site puts there */
  html?: string;
  /** `false`: the pages have no tracker of their own */
  hasTracker?: boolean;
}>;

type Parts = {
  shop: Host;
  chatSite: Site;
  /** Opens the first of three pages: `/`, `/phones`, `/support`. */
  openShop: (wish?: ShopWish) => Promise<Page>;
};

/** Three origins: the shop, the built console, and a GMS with Web Engagement beside it that an administrator has set up. */
export const test = base.extend<Parts, { tracker: string }>({
  tracker: [async ({}, use) => use(await bundleScript('src/tracker/gpe.ts')), { scope: 'worker' }],
  gms: async ({ tracker }, use) => {
    const gms = await startHttpGms({ port: 0, script: 'friendly', engagement: { strategyDelayMs: 100 } });
    gms.gwe.place('/resources/js/build/GPE.min.js', { type: 'text/javascript', body: tracker });
    await use(gms);
    await gms.close();
  },
  shop: async ({}, use) => {
    const shop = await startHost();
    await use(shop);
    await shop.close();
  },
  chatSite: async ({ gms, shop, openSite }, use) => {
    const site = await openSite({ config: { hostOrigins: [shop.origin] }, embedders: [shop.origin] });
    setUpInvitations(gms.gwe, await readFile('dist/inviteGMS.html', 'utf8'), `${site.url}invite.js`);
    await use(site);
  },
  openShop: async ({ page, shop, gms }, use) => {
    await use(async ({ html = '', hasTracker = true } = {}) => {
      const tracker = hasTracker ? `<script>${loader(gms.url)}</script>` : '';
      for (const [path, title] of [
        ['/', 'Plans'],
        ['/phones', 'Phones'],
        ['/support', 'Support'],
      ] as const)
        shop.pages.set(path, shopPage(title, html + tracker));
      await page.goto(`${shop.origin}/`);
      return page;
    });
  },
});

/** As the instrumentation of Web Engagement has it: a queue, and the script by its well-known id. */
export function loader(gwe: string): string {
  return `window._gt = window._gt || [];
_gt.push(['config', { httpEndpoint: '${gwe}', httpsEndpoint: '${gwe}' }]);
var gpe = document.createElement('script');
gpe.id = '_gt';
gpe.src = '${gwe}/server/resources/js/build/GPE.min.js';
document.head.append(gpe);`;
}

function shopPage(title: string, html: string): string {
  return `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>
<a href="/phones">Phones</a> <a href="/support">Support</a> <button id="chat">Chat</button>${html}</html>`;
}

type Gms = Awaited<ReturnType<typeof startHttpGms>>;

/** Goes to a second page once the first one was counted: then the strategy invites. */
export async function browse(page: Page, gms: Gms): Promise<void> {
  await expect.poll(() => gms.gwe.visits()[0]?.pages).toHaveLength(1);
  await page.getByRole('link', { name: 'Phones' }).click();
}

/** The invitation, whatever it invites to. */
export function invitation(page: Page) {
  return page.getByRole('dialog', { name: 'Can we help?' });
}

/** What became of the invitations, as Web Engagement was told. */
export function results(gms: Gms): readonly string[] {
  return gms.gwe.visits().flatMap((visit) => visit.results.map(({ result }) => result));
}

/** The ids of the page that the visitor is on, as Web Engagement knows them. */
export function idsNow(gms: Gms): Readonly<{ visitID: string; pageID: string }> {
  const [visit] = gms.gwe.visits();
  return { visitID: visit?.visitID ?? '', pageID: visit?.pages.at(-1)?.pageID ?? '' };
}

/** What the agent finds with the interaction: the data of the start, and what was added. */
export function attached(gms: Gms): Readonly<Record<string, string>> {
  const telling = gms.gms.requests().filter(({ method, operation, path }) => {
    return method === 'POST' && (operation === 'start' || /\/(?:update|updateData)$/.test(path));
  });
  const fields: readonly Field[] = telling.flatMap((request) => request.fields);
  return Object.fromEntries(fields.filter(([name]) => !name.startsWith('_')));
}

export async function popupOf(context: BrowserContext, act: () => Promise<unknown>): Promise<Page> {
  const opening = context.waitForEvent('page');
  await act();
  return opening;
}

export function frameOf(page: Page): FrameLocator {
  return page.frameLocator('iframe[name="gms-chat-console"]');
}
