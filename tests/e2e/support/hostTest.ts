import type { BrowserContext, FrameLocator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Handle } from '../../../src/host/launcher/gmsChat.ts';
import { fakeConsole } from './fakeConsole.ts';
import type { Host } from './startHost.ts';
import { startHost } from './startHost.ts';
import { test as base } from './test.ts';

type Parts = {
  /** the page of somebody else that opens the console */
  shop: Host;
  /** Web Engagement, a third origin */
  gwe: Host;
  /** a console that only speaks: its address, and that of the scripts beside the real one */
  fake: Readonly<{ consoleUrl: string; launcher: string; invite: string; module: string }>;
  /** Opens the shop with the launcher and whatever else is to be in its page. */
  openShop: (html?: string) => Promise<Page>;
};

/** Three origins: the shop on localhost, the console on 127.0.0.1, Web Engagement on a port of its own. */
export const test = base.extend<Parts>({
  shop: async ({}, use) => {
    const shop = await startHost();
    await use(shop);
    await shop.close();
  },
  gwe: async ({}, use) => {
    const gwe = await startHost();
    await use(gwe);
    await gwe.close();
  },
  fake: async ({ shop, openSite }, use) => {
    const site = await openSite({ pages: { '/fake/index.html': fakeConsole([shop.origin]) } });
    await use({
      consoleUrl: new URL('/fake/index.html', site.url).href,
      launcher: `${site.url}launcher.js`,
      invite: `${site.url}invite.js`,
      module: `${site.url}launcher.mjs`,
    });
  },
  openShop: async ({ page, shop, fake }, use) => {
    await use(async (html = '') => {
      shop.pages.set('/', shopPage(fake.launcher, html));
      shop.pages.set('/next', shopPage(fake.launcher, html));
      await page.goto(`${shop.origin}/`);
      return page;
    });
  },
});

export { expect };

function shopPage(launcher: string, html: string): string {
  return `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>
<button id="open">Chat</button><input aria-label="Search">${html}
<script src="${launcher}"></script></html>`;
}

declare global {
  interface Window {
    /** of the test: the last handle and all that it told */
    chat?: Handle | undefined;
    events?: object[];
  }
}

/** `GmsChat.open(options)` inside a click; the handle is kept as `chat`, and its events in `events`. */
export async function clickToOpen(page: Page, options: object): Promise<void> {
  await page.evaluate((options) => {
    const events = (window.events ??= []);
    document.getElementById('open')?.addEventListener(
      'click',
      () => {
        window.chat = window.GmsChat?.open(options);
        for (const type of ['ready', 'agent', 'unread', 'size', 'diagnostic', 'closed'] as const)
          window.chat?.on(type, (event) => events.push(event));
      },
      { once: true },
    );
  }, options);
  await page.getByRole('button', { name: 'Chat', exact: true }).click();
}

export const events = (page: Page) => page.evaluate(() => window.events);

export const modeOf = (page: Page) => page.evaluate(() => window.chat?.mode);

/** What the console in there has been told, in order. */
export async function heard(place: Page | FrameLocator): Promise<object[]> {
  return JSON.parse((await place.locator('#heard').textContent()) || '[]');
}

export const inFrame = (page: Page) => page.frameLocator('iframe[name="gms-chat-console"]');

export async function openedPopup(context: BrowserContext, act: () => Promise<unknown>): Promise<Page> {
  const opening = context.waitForEvent('page');
  await act();
  const popup = await opening;
  await popup.waitForURL((url) => url.href !== 'about:blank');
  return popup;
}
