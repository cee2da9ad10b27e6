import type { FrameLocator, Page } from '@playwright/test';
import { act, heardFrom, typesFrom } from './support/hostActs.ts';
import { hostPage } from './support/hostPage.ts';
import type { Site } from './support/startSite.ts';
import type { OpenSite } from './support/test.ts';
import { expect, field, IDS, message, requestsTo, say, test } from './support/test.ts';

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

/** A chat in a frame of that shop, connected. */
async function openFrame(page: Page, openSite: OpenSite, config?: object): Promise<FrameLocator> {
  await openShop(page, openSite, config);
  await act(page, `host.frame('${FRAME}', '?${IDS}')`);
  const frame = page.frameLocator(`iframe[name="${FRAME}"]`);
  await expect(frame.getByRole('status')).toHaveText('Connected');
  return frame;
}

/** The visitor wants the chat elsewhere; without that no host gets it. */
async function wishToMove(page: Page, name: string): Promise<void> {
  const place = name === FRAME ? page.frameLocator(`iframe[name="${FRAME}"]`) : await popupOf(page);
  const wishes = async () => (await typesFrom(page, name)).filter((type) => type === 'wish').length;
  const before = await wishes();
  await place.getByRole('button', { name: name === FRAME ? 'Open in a window' : 'Back to the page' }).click();
  await expect.poll(wishes).toBe(before + 1);
}

async function popupOf(page: Page): Promise<Page> {
  const isOther = (one: Page) => one !== page;
  return page.context().pages().find(isOther) ?? page.context().waitForEvent('page', isOther);
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

test('starts a plain frame at once, and adds to its interaction what the host knows later', async ({
  page,
  gms,
  openSite,
}) => {
  await openShop(page, openSite);
  await act(page, `host.frame('any')`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('status')).toHaveText('Connected');
  await act(
    page,
    `host.tell('any', { type: 'update', ids: { visitID: 'V9', pageID: 'P9' }, userData: { basket: '4' } })`,
  );
  await expect
    .poll(() => gms.gms.chats()[0]?.userData)
    .toMatchObject({ visitID: 'V9', pageID: 'P9', webengagement: '', basket: '4' });
  await act(page, `host.tell('any', { type: 'update', userData: { basket: '4', coupon: 'X' } })`);
  await expect.poll(() => gms.gms.chats()[0]?.userData).toMatchObject({ coupon: 'X' });
  const updates = requestsTo(gms, '/update').map(({ fields }) => Object.fromEntries(fields));
  expect(updates.map((fields) => Object.keys(fields).toSorted())).toEqual([
    ['basket', 'pageID', 'visitID', 'webengagement'],
    ['coupon'],
  ]);
});

test('adds to a chat of Chat API v2 by its own operation, and keeps it for a reload', async ({
  page,
  gms,
  openSite,
}) => {
  await openShop(page, openSite, { chat: { api: 'v2' } });
  await act(page, `host.popup('GMS', '?${IDS}')`);
  const popup = await popupOf(page);
  await expect(popup.getByRole('status')).toHaveText('Connected');
  await act(page, `host.tell('GMS', { type: 'update', userData: { basket: '5' } })`);
  await expect.poll(() => gms.gms.chats()[0]?.userData).toMatchObject({ basket: '5' });
  expect(requestsTo(gms, '/updateData')).toHaveLength(1);
  await popup.reload();
  await expect(popup.getByRole('status')).toHaveText('Connected');
  const stored = await popup.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
  expect(stored).toContain('basket');
  expect(gms.gms.chats()).toHaveLength(1);
});

test('goes on as a popup while its host navigates, and answers the next page of it', async ({
  page,
  openSite,
}) => {
  await openShop(page, openSite);
  await act(page, `host.popup('GMS', '?${IDS}')`);
  const popup = await popupOf(page);
  await expect(popup.getByRole('status')).toHaveText('Connected');
  await page.reload();
  await expect(popup.getByRole('status')).toHaveText('Connected');
  await act(page, `host.expect('GMS', () => window.open('', 'GMS')); host.greet('GMS')`);
  await expect
    .poll(() => typesFrom(page, 'GMS'))
    .toEqual(expect.arrayContaining(['hello', 'ready', 'agent']));
});

test('moves a live chat from the page into a window and back: one chat, its draft and its words with it', async ({
  page,
  gms,
  openSite,
}) => {
  gms.gms.play('echo');
  const frame = await openFrame(page, openSite);
  await frame.getByRole('textbox', { name: 'Message' }).fill('Before the move');
  await frame.getByRole('textbox', { name: 'Message' }).press('Enter');
  await expect(frame.locator('[data-from="me"]').first()).toHaveAttribute('data-state', 'sent');
  await frame.getByRole('textbox', { name: 'Message' }).fill('half a sen');

  await wishToMove(page, FRAME);
  await act(page, `host.move('${FRAME}', () => host.popup('GMS', '?${IDS}'))`);
  const popup = await popupOf(page);
  await expect(popup.getByRole('status')).toHaveText('Connected');
  await expect(message(popup, 'Before the move').first()).toHaveAttribute('data-state', 'sent');
  await expect(field(popup)).toHaveValue('half a sen');
  await expect.poll(() => typesFrom(page, FRAME)).toContain('moved');
  expect(await typesFrom(page, FRAME)).not.toContain('ended');
  await expect(frame.getByText('The chat goes on in another window')).toBeVisible();
  await say(popup, 'After the move');
  await expect(message(popup, 'After the move').first()).toHaveAttribute('data-state', 'sent');

  await act(page, `document.querySelector('iframe').remove()`);
  await wishToMove(page, 'GMS');
  await act(page, `host.move('GMS', () => host.frame('${FRAME}', '?${IDS}'))`);
  await expect(frame.getByRole('status')).toHaveText('Connected');
  await expect(frame.locator('[data-from="me"]').first()).toHaveAttribute('data-state', 'sent');
  await expect.poll(() => typesFrom(page, 'GMS')).toContain('moved');
  expect(await popup.evaluate(() => sessionStorage.length)).toBe(0);

  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
  expect(requestsTo(gms, '/ixn/chat')).toHaveLength(1);
  expect(requestsTo(gms, '/send')).toHaveLength(2);
  expect(requestsTo(gms, '/disconnect')).toHaveLength(0);
});

test('says so when the chat of the other window does not come, and starts none in its place', async ({
  page,
  gms,
  openSite,
}) => {
  await openShop(page, openSite);
  await act(page, `host.pending = { port: new MessageChannel().port1 }; host.frame('${FRAME}', '?${IDS}')`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'The chat could not start' })).toBeVisible();
  await expect(frame.getByText('The chat did not come along.')).toBeVisible();
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(0);
  await frame.getByRole('button', { name: 'Try again' }).click();
  await expect(frame.getByRole('status')).toHaveText('Connected');
});

test('keeps its chat when the window that asked for it does not say that it has it', async ({
  page,
  gms,
  openSite,
}) => {
  const frame = await openFrame(page, openSite);
  await wishToMove(page, FRAME);
  await act(page, `host.tell('${FRAME}', { type: 'handOver' }, [new MessageChannel().port2])`);
  await expect(frame.getByRole('status')).toHaveText('Connecting');
  await expect(frame.getByRole('status')).toHaveText('Connected');
  expect(await typesFrom(page, FRAME)).not.toContain('moved');
  expect(requestsTo(gms, '/ixn/chat')).toHaveLength(1);
  expect(requestsTo(gms, '/disconnect')).toHaveLength(0);
});

test('gives its chat to nobody when the visitor did not ask for it, and says so to whoever wanted it', async ({
  page,
  gms,
  openSite,
}) => {
  const frame = await openFrame(page, openSite);
  await act(
    page,
    `window.stolen = []; const { port1, port2 } = new MessageChannel();
     port1.onmessage = ({ data }) => stolen.push(data);
     host.tell('${FRAME}', { type: 'handOver' }, [port2])`,
  );
  await expect
    .poll(async () => (await heardFrom(page, FRAME)).find(({ type }) => type === 'diagnostic'))
    .toMatchObject({ code: 'not_wished' });
  await frame.getByRole('textbox', { name: 'Message' }).fill('Still here');
  await frame.getByRole('textbox', { name: 'Message' }).press('Enter');
  await expect(frame.locator('[data-from="me"]')).toHaveAttribute('data-state', 'sent');
  expect(await page.evaluate('stolen')).toEqual([]);
  expect(requestsTo(gms, '/ixn/chat')).toHaveLength(1);
});

test('ends the chat when its host takes the window away, and keeps nothing', async ({
  page,
  gms,
  openSite,
}) => {
  await openShop(page, openSite);
  await act(page, `host.popup('GMS', '?${IDS}')`);
  const popup = await popupOf(page);
  await expect(popup.getByRole('status')).toHaveText('Connected');
  await act(page, `host.tell('GMS', { type: 'close' })`);
  await expect(popup.getByRole('status')).toHaveText('Chat ended');
  await expect.poll(() => requestsTo(gms, '/disconnect')).toHaveLength(1);
  expect(await popup.evaluate(() => sessionStorage.length)).toBe(0);
  await expect
    .poll(async () => (await heardFrom(page, 'GMS')).find(({ type }) => type === 'ended'))
    .toMatchObject({ reason: 'visitor' });
});

test('obeys nobody but its host, not even a frame beside it that knows the words', async ({
  page,
  gms,
  openSite,
}) => {
  const frame = await openFrame(page, openSite);
  const forging = `<script>
    const mark = { source: 'gms-chat-console', version: 1 };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => parent.postMessage('obeyed', '*');
    parent.frames[0].postMessage({ ...mark, type: 'connect', takesOver: false, grants: [] }, '*', [port2]);
    port1.postMessage({ ...mark, type: 'close' });
    parent.frames[0].postMessage({ ...mark, type: 'close' }, '*');
    parent.postMessage('forged', '*');
  </script>`;
  await act(
    page,
    `window.forgeries = [];
     addEventListener('message', ({ data }) => typeof data === 'string' && forgeries.push(data));
     const sibling = document.createElement('iframe');
     sibling.srcdoc = ${JSON.stringify(forging)};
     void document.body.append(sibling)`,
  );
  await expect.poll(() => page.evaluate('forgeries')).toEqual(['forged']);
  await frame.getByRole('textbox', { name: 'Message' }).fill('Still here');
  await frame.getByRole('textbox', { name: 'Message' }).press('Enter');
  await expect(frame.locator('[data-from="me"]')).toHaveAttribute('data-state', 'sent');
  expect(await page.evaluate('forgeries')).toEqual(['forged']);
  expect(requestsTo(gms, '/disconnect')).toHaveLength(0);
});

test('says nothing to a page that it does not know', async ({ page, gms, openSite, trouble }) => {
  const pages: Record<string, string> = {};
  const shop = new URL('/shop.html', (await openSite({ pages })).url);
  shop.hostname = 'localhost';
  const site = await openSite({ embedders: [shop.origin] });
  pages[shop.pathname] = hostPage(`${site.url}index.html`);
  await page.goto(shop.href);
  await act(page, `host.frame('${FRAME}', '?${IDS}')`);
  await expect(page.frameLocator('iframe').getByRole('status')).toHaveText('Connected');
  await act(page, `host.greet('${FRAME}')`);
  await act(page, `host.greet('${FRAME}')`);
  expect(await typesFrom(page, FRAME)).toEqual([]);
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
  expect(trouble).toEqual([]);
});

test('lets nothing out that its host is not to know', async ({ page, gms, openSite }) => {
  gms.gms.play('echo');
  await openShop(page, openSite, { apiKey: 'CANARY-KEY' });
  await act(
    page,
    `host.connect.customer = { firstName: 'CANARY-FIRST', email: 'CANARY@example.test' }; host.frame('${FRAME}', '?${IDS}')`,
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('status')).toHaveText('Connected');
  await frame.getByRole('textbox', { name: 'Message' }).fill('CANARY-TEXT');
  await frame.getByRole('textbox', { name: 'Message' }).press('Enter');
  await expect
    .poll(async () => (await typesFrom(page, FRAME)).filter((type) => type === 'message').length)
    .toBeGreaterThan(1);
  const [chat] = gms.gms.chats();
  const heard = JSON.stringify(await heardFrom(page, FRAME));
  for (const secret of ['CANARY', IDS.slice(8, 20), chat?.id ?? 'none', chat?.service ?? 'none']) {
    expect(heard).not.toContain(secret);
  }
});

test('tells the words of messages where the site wants that', async ({ page, gms, openSite }) => {
  gms.gms.play('echo');
  const frame = await openFrame(page, openSite, { features: { shareText: true } });
  await frame.getByRole('textbox', { name: 'Message' }).fill('Shared words');
  await frame.getByRole('textbox', { name: 'Message' }).press('Enter');
  await expect.poll(async () => JSON.stringify(await heardFrom(page, FRAME))).toContain('Shared words');
});

test('works with a host page of its own origin, and with storage that is blocked', async ({
  page,
  gms,
  openSite,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  const pages: Record<string, string> = {};
  const site = await openSite({ pages });
  pages['/shop.html'] = hostPage(`${site.url}index.html`);
  await page.goto(new URL('/shop.html', site.url).href);
  await act(page, `host.frame('${FRAME}', '?${IDS}')`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('status')).toHaveText('Connected');
  await expect.poll(() => typesFrom(page, FRAME)).toContain('ready');
  await wishToMove(page, FRAME);
  await act(page, `host.move('${FRAME}', () => host.popup('GMS', '?${IDS}'))`);
  const popup = await popupOf(page);
  await expect(popup.getByRole('status')).toHaveText('Connected');
  await expect.poll(() => typesFrom(page, FRAME)).toContain('moved');
  expect(requestsTo(gms, '/ixn/chat')).toHaveLength(1);
});

test('moves out of a page of its own origin although the window has a copy of its storage', async ({
  page,
  gms,
  openSite,
}) => {
  const pages: Record<string, string> = {};
  const site = await openSite({ pages });
  pages['/shop.html'] = hostPage(`${site.url}index.html`);
  await page.goto(new URL('/shop.html', site.url).href);
  await act(page, `host.frame('${FRAME}', '?${IDS}')`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('status')).toHaveText('Connected');
  await wishToMove(page, FRAME);
  await act(page, `host.move('${FRAME}', () => host.popup('GMS', '?${IDS}'))`);
  const popup = await popupOf(page);
  await expect(popup.getByRole('status')).toHaveText('Connected');
  await expect.poll(() => typesFrom(page, FRAME)).toContain('moved');
  expect(requestsTo(gms, '/ixn/chat')).toHaveLength(1);
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
});

test('counts what is unread while it is minimised, and tells of an address that it did not follow', async ({
  page,
  gms,
  openSite,
}) => {
  gms.gms.play('echo');
  await openShop(page, openSite);
  await act(page, `host.frame('${FRAME}', '?gmsScenario=NOPE&visitID=%3Cbad%3E')`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('status')).toHaveText('Connected');
  await expect
    .poll(async () => (await heardFrom(page, FRAME)).filter(({ type }) => type === 'diagnostic'))
    .toMatchObject([
      { code: 'scenario_refused', key: 'gmsScenario' },
      { code: 'parameter_dropped', key: 'visitID' },
    ]);
  await act(page, `host.tell('${FRAME}', { type: 'show', isShown: false })`);
  await frame.getByRole('textbox', { name: 'Message' }).fill('Echo this');
  await frame.getByRole('textbox', { name: 'Message' }).press('Enter');
  const unread = async () =>
    (await heardFrom(page, FRAME)).filter(({ type }) => type === 'unread').map(({ count }) => count);
  await expect.poll(unread).toEqual([0, 1]);
  await act(page, `host.tell('${FRAME}', { type: 'show', isShown: true })`);
  await expect.poll(unread).toEqual([0, 1, 0]);
});

test('takes the place where somebody reads along', async ({ page, gms, openSite }) => {
  gms.gms.play('thousand');
  await openShop(page, openSite);
  await act(page, `host.frame('${FRAME}', '?${IDS}')`);
  const frame = page.frameLocator('iframe');
  const log = frame.getByRole('log', { name: 'Conversation' });
  await expect(log.locator('[data-index="1000"]')).toBeAttached();
  await log.locator('[data-index="900"]').evaluate((row) => row.scrollIntoView({ block: 'start' }));
  await expect(log.locator('[data-index="900"]')).toBeInViewport();
  await wishToMove(page, FRAME);
  await act(page, `host.move('${FRAME}', () => host.popup('GMS', '?${IDS}'))`);
  const popup = await popupOf(page);
  await expect.poll(() => typesFrom(page, FRAME)).toContain('moved');
  await expect(popup.locator('[data-index="900"]')).toBeInViewport();
  await expect(popup.locator('[data-index="1000"]')).not.toBeInViewport();
});

test('costs a console that nobody embeds nothing, and starts without it when it cannot be had', async ({
  page,
  openSite,
  trouble,
}) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.getByRole('status')).toHaveText('Connected');
  expect(site.asked.filter((file) => /meetHost|HostButtons/.test(file))).toEqual([]);

  await page.route('**/meetHost-*.js', (route) => route.abort());
  await openShop(page, openSite);
  await act(page, `host.frame('${FRAME}', '?${IDS}')`);
  await expect(page.frameLocator('iframe').getByRole('status')).toHaveText('Connected');
  expect(trouble.splice(0).join()).toContain('ERR_FAILED');
});
