import type { Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import type { HttpGms } from '../../../src/mocks/httpServer.ts';
import { startHttpGms } from '../../../src/mocks/httpServer.ts';
import type { Site } from './startSite.ts';
import { startSite } from './startSite.ts';

export { expect };

export const IDS = 'visitID=4F2A9C1B7D3E4A5F8B6C0D1E2F3A4B5C&pageID=0A1B2C3D4E5F60718293A4B5C6D7E8F9';

type SiteWish = Readonly<{
  config?: object;
  configText?: string | null;
  embedders?: readonly string[];
  /** origins that the page may ask beside GMS */
  connect?: readonly string[];
  policy?: string;
  pages?: Readonly<Record<string, string>>;
}>;

/** Puts the console online, wired to `gms` unless the text of its configuration is given. */
export type OpenSite = (wish?: SiteWish) => Promise<Site>;

type Fixtures = {
  gms: HttpGms;
  openSite: OpenSite;
  /** what went wrong in the page; a test that expects trouble takes it out */
  trouble: string[];
};

/** Each test has a GMS and a site of its own; errors in the page and breaches of its policy fail the test. */
export const test = base.extend<Fixtures>({
  gms: async ({}, use) => {
    const gms = await startHttpGms({ port: 0, script: 'friendly' });
    await use(gms);
    await gms.close();
  },
  openSite: async ({ gms }, use) => {
    const sites: Site[] = [];
    await use(async ({ config = {}, configText, connect = [], ...wish } = {}) => {
      const text =
        configText === undefined ? JSON.stringify({ gmsUrl: `${gms.url}/genesys`, ...config }) : configText;
      const site = await startSite({
        ...wish,
        config: text,
        connect: [gms.url, gms.url.replace('http', 'ws'), ...connect],
      });
      sites.push(site);
      return site;
    });
    for (const site of sites) await site.close();
  },
  trouble: [
    async ({ context }, use) => {
      const trouble: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') trouble.push(message.text());
      });
      context.on('weberror', (error) => trouble.push(String(error.error())));
      await use(trouble);
      expect(trouble, 'errors in the page').toEqual([]);
    },
    { auto: true },
  ],
});

/** Requests that reached GMS, by what they end in: `refresh`, `send`, … */
export function requestsTo(gms: HttpGms, ending: string) {
  return gms.gms.requests().filter(({ method, path }) => method === 'POST' && path.endsWith(ending));
}

export function message(page: Page, text: string) {
  return page.locator('[data-entry="message"]').filter({ hasText: text });
}

export function field(page: Page) {
  return page.getByRole('textbox', { name: 'Message' });
}

export async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}
