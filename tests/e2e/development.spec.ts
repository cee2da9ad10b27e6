import type { Page } from '@playwright/test';
import { createGms } from '../../src/simulator/createGms.ts';
import { realClock } from '../../src/simulator/realClock.ts';
import type { Development } from './support/startDevelopment.ts';
import { forgiveLeavers, startDevelopment } from './support/startDevelopment.ts';
import { expect, field, IDS, message, say, test } from './support/test.ts';

let development: Development;
let base = '';

test.beforeAll(async () => {
  development = await startDevelopment();
  ({ base } = development);
});
test.afterAll(() => development.close());
test.afterEach(({ trouble }) => forgiveLeavers(trouble));
test.describe.configure({ mode: 'serial' });

/** Two pages, each until the tracker has told of it. */
async function browse(page: Page, variant: string, second: string): Promise<void> {
  await page.goto(`${base}src/demo/shop.html${variant}`);
  await expect(page.locator('.wires')).toContainText('PageEntered', { timeout: 30_000 });
  await page.getByRole('link', { name: second }).click();
}

test('a chat runs without any server, and goes on after a reload', async ({ page }) => {
  await page.goto(`${base}index.html?gmsScenario=CHAT-NOW&${IDS}`);
  await expect(message(page, 'What can I do for you today?')).toBeVisible({ timeout: 30_000 });
  await say(page, 'Does it work without a server?');
  await expect(message(page, 'Does it work without a server?')).toHaveAttribute('data-state', 'sent');
  await page.reload();
  await expect(message(page, 'Does it work without a server?')).toHaveAttribute('data-state', 'sent');
  await expect(page.getByRole('status')).toHaveText('Connected');
});

test('a chat is ordered once, although React mounts everything twice there (F01)', async ({ page }) => {
  const orders: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname.endsWith('/callback/samples_new'))
      orders.push(request.url());
  });
  for (let round = 1; round <= 3; round += 1) {
    await page.goto(`${base}index.html?gmsScenario=CHAT-NOW&${IDS}`);
    await expect(page.getByRole('status')).toHaveText('Connected', { timeout: 30_000 });
    expect(orders).toHaveLength(round);
    await page.evaluate(() => sessionStorage.clear());
  }
});

for (const api of ['v1', 'v2'] as const) {
  test(`a chat on ${api} runs without any server where push is configured: it is polled by itself`, async ({
    page,
    trouble,
  }) => {
    const config = { chat: { api, transport: 'cometd' } };
    await page.route('**/config.json', (route) => route.fulfill({ json: config }));
    await page.goto(`${base}index.html?gmsScenario=CHAT-NOW&${IDS}`);
    await expect(message(page, 'What can I do for you today?')).toBeVisible({ timeout: 30_000 });
    await say(page, 'Does it work without Bayeux?');
    await expect(message(page, 'Does it work without Bayeux?')).toHaveAttribute('data-state', 'sent');
    await expect(page.getByRole('status')).toHaveText('Connected');
    // the browser says that nobody answers there
    expect(trouble.filter((line) => !/cometd|404/.test(line))).toEqual([]);
    trouble.length = 0;
  });
}

test('a rich chat shows its pictures, drawn by the page itself', async ({ page }) => {
  // as the panel leaves it behind when another script and Chat API v2 are chosen
  const gms = createGms({ clock: realClock, seed: 1 });
  gms.play('rich');
  await page.addInitScript((snapshot) => {
    sessionStorage.setItem('simulated-gms', snapshot);
    sessionStorage.setItem('simulated-chat-api', 'v2');
  }, gms.snapshot());
  await page.goto(`${base}index.html?gmsScenario=CHAT-NOW&${IDS}`);
  await page.getByRole('button', { name: 'My bill' }).click({ timeout: 30_000 });
  const picture = page.getByRole('img', { name: 'A phone in front of a fjord' });
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
});

test('a call can be ordered without any server', async ({ page }) => {
  await page.goto(`${base}index.html?gmsScenario=VOICE-NOW-USERTERM&${IDS}`);
  await page.getByRole('textbox', { name: 'Phone number' }).fill('+47 412 34 567', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Call me now' }).click();
  await page.getByRole('button', { name: 'Ok' }).click();
  await expect(page.locator('[data-phase="ended"]')).toBeVisible({ timeout: 30_000 });
});

test('the shop opens the console in a window of its own', async ({ page }) => {
  await page.goto(`${base}src/demo/shop.html`);
  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Chat with us' }).click();
  const popup = await opening;
  await expect(popup.getByRole('status')).toHaveText('Connected', { timeout: 30_000 });
});

test('the shop opens the console in a corner of its page', async ({ page }) => {
  await page.goto(`${base}src/demo/shop.html`);
  await page.getByText('Behind the scenes').click();
  await page.getByRole('button', { name: 'Chat on this page' }).click();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('status')).toHaveText('Connected', { timeout: 30_000 });
  await frame.getByRole('textbox', { name: 'Message' }).fill('From the shop');
  await frame.getByRole('button', { name: 'Send message' }).click();
  await expect(frame.locator('[data-from="me"]')).toHaveAttribute('data-state', 'sent');
  await expect(field(page)).toHaveCount(0);
});

test('a page can load the launcher, and what it opens, from the same server', async ({ page }) => {
  expect(await (await page.request.get(`${base}inviteGMS.html`)).text()).toMatch(/^<div data-gms-invite/);
  await page.goto(`${base}src/demo/shop.html`);
  await page.addScriptTag({ url: `${base}launcher.js` });
  await page.evaluate(() => void window.GmsChat?.invite());
  await page.getByRole('button', { name: 'No, thanks' }).click({ timeout: 30_000 });
  await page.evaluate(() => void window.GmsChat?.open({ mode: 'iframe' }));
  await expect(page.frameLocator('iframe').getByRole('status')).toHaveText('Connected', {
    timeout: 30_000,
  });
  expect(await page.evaluate(`import('${base}launcher.mjs').then(Object.keys)`)).toEqual(
    expect.arrayContaining(['open', 'invite', 'attach']),
  );
});

test('the second page of the shop brings an invitation, and the agent sees who accepted it', async ({
  page,
}) => {
  await browse(page, '', 'Phones');
  const invitation = page.getByRole('dialog', { name: 'Questions about travel plans?' });
  await expect(invitation).toBeVisible({ timeout: 30_000 });
  const opening = page.waitForEvent('popup');
  await invitation.getByRole('button', { name: 'Start chat' }).click();
  const popup = await opening;
  await expect(popup.getByRole('status')).toHaveText('Connected', { timeout: 30_000 });

  await page.getByText('Behind the scenes').click();
  const desk = page.getByRole('complementary', { name: 'Behind the scenes' });
  await expect(desk.locator('.story .done')).toHaveCount(4);
  await expect(desk.locator('.agent dd').first()).toHaveText(/^[0-9A-F]{32}$/);
  await expect(desk.locator('.agent li')).toHaveText([/^Plans/, /^Phones/]);
  await expect(desk.locator('.wires')).toContainText('inviteGMS.html');
});

test('with popups blocked the chat of the invitation is on the page', async ({ page }) => {
  await browse(page, '?blocked-popup', 'Support');
  await page.getByRole('button', { name: 'Start chat' }).click({ timeout: 30_000 });
  await expect(page.frameLocator('iframe').getByRole('status')).toHaveText('Connected', { timeout: 30_000 });
});

test('a visitor who declines is asked no more', async ({ page }) => {
  await browse(page, '?decline', 'Phones');
  const invitation = page.getByRole('dialog', { name: 'Questions about travel plans?' });
  await expect(invitation).toBeVisible({ timeout: 30_000 });
  await expect(invitation).toHaveCount(0, { timeout: 30_000 });
  await page.getByText('Behind the scenes').click();
  await expect(page.locator('.wires')).toContainText('cancel');
  await page.getByRole('link', { name: 'Support' }).click();
  await expect(page.locator('.wires')).toContainText('Support');
  await expect(page.locator('.wires').getByText('notify')).toHaveCount(1);
});
