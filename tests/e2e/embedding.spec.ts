import type { Page } from '@playwright/test';
import { act, heardFrom, typesFrom } from './support/hostActs.ts';
import { hostPage } from './support/hostPage.ts';
import type { Site } from './support/startSite.ts';
import type { OpenSite } from './support/test.ts';
import { expect, requestsTo, test } from './support/test.ts';

const FRAME = 'gms-chat-console';

/** The console on one origin, and a shop on another that may embed it. */
async function openShop(page: Page, openSite: OpenSite, config: object = {}): Promise<Site> {
  const pages: Record<string, string> = {};
  const shop = new URL('/shop.html', (await openSite({ pages })).url);
  shop.hostname = 'localhost';
  const site = await openSite({
    embedders: [shop.origin],
    config: { hostOrigins: [shop.origin], ...config },
  });
  pages[shop.pathname] = hostPage(`${site.url}index.html`);
  await page.goto(shop.href);
  return site;
}

test('meets a host page of another origin: knows the visitor before it starts, and reports to it', async ({
  page,
  gms,
  openSite,
}) => {
  await openShop(page, openSite);
  await act(
    page,
    `host.connect.customer = { firstName: 'Ana' }; host.connect.userData = { basket: '3' };
     host.connect.ids = { visitID: 'V1', pageID: 'P1' }; host.frame('${FRAME}')`,
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('status')).toHaveText('Connected');
  const [start] = requestsTo(gms, '/callback/samples_new');
  expect(JSON.stringify(start?.fields ?? start)).toContain('Ana');
  await expect
    .poll(() => typesFrom(page, FRAME))
    .toEqual(expect.arrayContaining(['hello', 'ready', 'state', 'agent']));
  expect((await heardFrom(page, FRAME)).filter(({ type }) => type === 'hello')).toHaveLength(1);
});
