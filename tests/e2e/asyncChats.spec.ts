import type { FrameLocator, Page } from '@playwright/test';
import type { HttpGms } from '../../src/mocks/httpServer.ts';
import type { OpenSite } from './support/test.ts';
import { expect, requestsTo, test } from './support/test.ts';

/** The console on one origin, and a shop on another, which keeps the chat of its visitor. */
async function openShop(page: Page, openSite: OpenSite, async: object): Promise<void> {
  const pages: Record<string, string> = {};
  const shop = new URL('/shop.html', (await openSite({ pages })).url);
  shop.hostname = 'localhost';
  const site = await openSite({
    embedders: [shop.origin],
    config: { hostOrigins: [shop.origin], chat: { api: 'v2', async } },
  });
  pages[shop.pathname] = shopPage(site.url);
  await page.goto(shop.href);
}

function shopPage(base: string): string {
  return `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>
<button onclick="openChat('popup')">Window</button><button onclick="openChat('iframe')">Frame</button>
<script src="${base}launcher.js"></script><script>
const codes = [];
function openChat(mode) {
  window.chat = GmsChat.open({ mode, session: localStorage.getItem('chat') || undefined });
  chat.on('session', ({ data }) => (data ? localStorage.setItem('chat', data) : localStorage.removeItem('chat')));
  chat.on('diagnostic', ({ code }) => codes.push(code));
}
</script></html>`;
}

async function openWindow(page: Page): Promise<Page> {
  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Window' }).click();
  return opening;
}

/** The launcher finds out by itself, a little later. */
async function close(page: Page, popup: Page): Promise<void> {
  await popup.close();
  await expect.poll(() => page.evaluate('chat.isClosed')).toBe(true);
}

const kept = (page: Page) => page.evaluate(() => localStorage.getItem('chat'));
const creates = (gms: HttpGms) => requestsTo(gms, '/2/chat/samples_new').length;
const said = (place: Page | FrameLocator) => place.locator('[data-entry="message"]');

async function say(place: Page | FrameLocator, text: string): Promise<void> {
  const field = place.getByRole('textbox', { name: 'Message' });
  await field.fill(text);
  await field.press('Enter');
  await expect(said(place).filter({ hasText: text }).first()).toHaveAttribute('data-state', 'sent');
}

test('outlives its window: the host page keeps it, and another window goes on with its last page', async ({
  page,
  gms,
  openSite,
}) => {
  gms.gms.play('echo');
  await openShop(page, openSite, { enabled: true, hostKeepsSession: true });
  const first = await openWindow(page);
  for (let count = 1; count <= 12; count += 1) await say(first, `Message ${count}.`);
  await expect(said(first)).toHaveCount(24);
  await expect.poll(() => kept(page)).toContain('secureKey');
  await close(page, first);

  const second = await openWindow(page);
  await expect(said(second).last()).toContainText('Message 12.');
  await expect(second.getByRole('status')).toHaveText('Connected');
  expect(await said(second).count()).toBeLessThanOrEqual(20);
  expect(requestsTo(gms, '/disconnect')).toEqual([]);
  expect(creates(gms)).toBe(1);

  await second.getByRole('button', { name: 'Show earlier messages' }).click();
  await expect(said(second)).toHaveCount(24);
  await expect(said(second).first()).toContainText('Message 1.');
  await say(second, 'I am back.');
  await expect(said(second)).toHaveCount(26);

  await second.getByRole('button', { name: 'More options' }).click();
  await second.getByRole('menuitem', { name: 'End chat' }).click();
  await second.getByRole('button', { name: 'End chat' }).click();
  await expect.poll(() => kept(page)).toBeNull();
  expect(gms.gms.chats()[0]?.ended).toBe('visitor');
});

test('is closed without a question, and leaves nothing to the next visitor of the computer', async ({
  page,
  gms,
  openSite,
}) => {
  await openShop(page, openSite, { enabled: true, hostKeepsSession: true });
  await page.getByRole('button', { name: 'Frame' }).click();
  const frame = page.frameLocator('iframe');
  await say(frame, 'My secret');
  await frame.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.locator('iframe')).toHaveCount(0);
  expect(requestsTo(gms, '/disconnect')).toEqual([]);

  await page.getByRole('button', { name: 'Frame' }).click();
  await expect(said(frame).filter({ hasText: 'My secret' })).toBeVisible();
  expect(creates(gms)).toBe(1);

  await frame.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.locator('iframe')).toHaveCount(0);
  await page.evaluate(() => localStorage.clear());
  await page.getByRole('button', { name: 'Frame' }).click();
  await expect(frame.getByRole('status')).toHaveText('Connected');
  await expect(said(frame).filter({ hasText: 'My secret' })).toHaveCount(0);
  expect(creates(gms)).toBe(2);
});

test('that has ended meanwhile says so, and a new one takes its place', async ({
  page,
  gms,
  openSite,
  trouble,
}) => {
  await openShop(page, openSite, { enabled: true, hostKeepsSession: true });
  const first = await openWindow(page);
  await say(first, 'Hello');
  await close(page, first);
  const old = await kept(page);
  gms.gms.restart(false);

  const second = await openWindow(page);
  await expect(second.getByRole('heading', { name: 'The chat ended while you were away' })).toBeVisible();
  await expect.poll(() => kept(page)).toBeNull();
  // the browser's own word for it
  expect(trouble.splice(0)).toEqual([expect.stringContaining('404')]);
  await second.getByRole('button', { name: 'Start a new chat' }).click();
  await expect(second.getByRole('status')).toHaveText('Connected');
  await expect.poll(() => kept(page)).toContain('secureKey');
  expect(await kept(page)).not.toBe(old);
});

test('starts as ever with what is no chat, and the integrator is told of it', async ({
  page,
  gms,
  openSite,
}) => {
  await openShop(page, openSite, { enabled: true, hostKeepsSession: true });
  await page.evaluate(() => localStorage.setItem('chat', '{"chatId":"../admin","secureKey":"x"}'));
  const popup = await openWindow(page);
  await expect(popup.getByRole('status')).toHaveText('Connected');
  expect(creates(gms)).toBe(1);
  await expect.poll(() => page.evaluate('codes')).toEqual(['session_refused']);
});

test('is given to no host page unless the site says so', async ({ page, gms, openSite }) => {
  await openShop(page, openSite, { enabled: true });
  const popup = await openWindow(page);
  await say(popup, 'Hello');
  expect(await kept(page)).toBeNull();
  const [chat] = gms.gms.chats();
  await close(page, popup);
  await page.evaluate(() => localStorage.setItem('chat', 'x'));
  await openWindow(page);
  await expect.poll(() => page.evaluate('codes')).toEqual(['session_refused']);
  expect(chat?.userData).toMatchObject({ GCTI_Chat_AsyncMode: 'true' });
});

test('a host page shows the agent a page and gives the visitor a name', async ({ page, gms, openSite }) => {
  await openShop(page, openSite, {});
  const popup = await openWindow(page);
  await expect(popup.getByRole('status')).toHaveText('Connected');
  await page.evaluate(`chat.rename('Ana S.'); chat.sharePage()`);
  await expect(popup.locator('[data-entry="link"][data-from="me"]')).toContainText('localhost');
  const shown = gms.gms.chats()[0]?.events.find(({ type }) => type === 'PushUrl');
  expect(shown).toMatchObject({ text: page.url(), from: { nickname: 'Ana S.', type: 'Client' } });
});
