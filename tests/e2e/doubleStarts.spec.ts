import type { Locator, Page } from '@playwright/test';
import { openedPopup } from './support/hostTest.ts';
import type { HttpGms } from '../../src/mocks/httpServer.ts';
import { expect, IDS, requestsTo, test } from './support/test.ts';

/**
 * One intent opens one chat, whatever is done twice. Eleven cases: `--repeat-each=10` makes more than a hundred, in which the
 * moments are spread over the start. docs/reliability.md has the figure.
 */
const QUIET_MS = 1_500;
/** What the repetitions of a case differ by. */
const SPREAD_MS = 60;

const status = (page: Page) => page.getByRole('status');
const connected = (page: Page) => status(page).filter({ hasText: /^Connected$/ });
const couldNotStart = (page: Page) => page.getByRole('heading', { name: 'The chat could not start' });

/** How often the server was asked for a chat, and how many it has made. */
function starts({ gms }: HttpGms, api: 'v1' | 'v2' = 'v1') {
  const path = api === 'v1' ? /\/callback\/samples_new$/ : /\/2\/chat\/samples_new$/;
  const asked = gms.requests().filter((request) => request.method === 'POST' && path.test(request.path));
  return { asked: asked.length, made: gms.chats().length };
}

/** Twice with nothing in between, as no person and every nervous finger can. */
async function pressTwice(button: Locator): Promise<void> {
  await button.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });
}

test.beforeEach(({ gms }) => gms.gms.play('quiet'));

for (const api of ['v1', 'v2'] as const) {
  const operation = api === 'v1' ? 'start' : 'create';

  test(`reloaded while it starts (${api}): the visitor is asked, and nothing is ordered again`, async ({
    page,
    gms,
    openSite,
    trouble,
  }) => {
    gms.gms.inject({ name: 'delay', ms: 3_000, on: operation });
    const site = await openSite({ config: { chat: { api } } });
    await page.goto(`${site.url}index.html?${IDS}`);
    await expect.poll(() => starts(gms, api).asked).toBe(1);
    await page.waitForTimeout(test.info().repeatEachIndex * SPREAD_MS);
    await page.reload();
    await expect(couldNotStart(page)).toBeVisible();
    await page.waitForTimeout(QUIET_MS);
    expect(starts(gms, api).asked).toBe(1);
    trouble.splice(0);
  });

  test(`reloaded at any moment (${api}): one chat, or the visitor is asked`, async ({
    page,
    gms,
    openSite,
    trouble,
  }) => {
    gms.gms.inject({ name: 'delay', ms: 150, on: operation });
    const site = await openSite({ config: { chat: { api } } });
    await page.goto(`${site.url}index.html?${IDS}`, { waitUntil: 'commit' });
    await page.waitForTimeout(test.info().repeatEachIndex * SPREAD_MS);
    await page.reload();
    await expect(connected(page).or(couldNotStart(page))).toBeVisible();
    await page.waitForTimeout(QUIET_MS);
    const isOpen = await connected(page).isVisible();
    const { asked, made } = starts(gms, api);
    expect(asked).toBeLessThanOrEqual(1);
    expect(made).toBeLessThanOrEqual(asked);
    expect(made >= 1 || !isOpen).toBe(true);
    trouble.splice(0);
  });
}

test('reloaded before the browser has taken the ids out of the address: that is no order of its own', async ({
  page,
  gms,
  openSite,
  trouble,
}) => {
  await page.addInitScript(() => {
    history.replaceState = () => undefined;
  });
  gms.gms.inject({ name: 'delay', ms: 3_000, on: 'start' });
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect.poll(() => starts(gms).asked).toBe(1);
  await page.reload();
  await expect(couldNotStart(page)).toBeVisible();
  expect(starts(gms).asked).toBe(1);
  trouble.splice(0);
});

test('duplicated while it starts: the copy asks, and the first goes on', async ({ page, gms, openSite }) => {
  gms.gms.inject({ name: 'delay', ms: 2_000, on: 'start' });
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect.poll(() => starts(gms).asked).toBe(1);
  await page.waitForTimeout(test.info().repeatEachIndex * SPREAD_MS);
  const [copy] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate(() => void window.open(location.href)),
  ]);
  await expect(couldNotStart(copy)).toBeVisible();
  await expect(status(page)).toHaveText('Connected');
  expect(starts(gms)).toEqual({ asked: 1, made: 1 });
});

test('tried again with two presses', async ({ page, gms, openSite, trouble }) => {
  gms.gms.inject({ name: 'status', status: 503, on: 'start' });
  gms.gms.inject({ name: 'delay', ms: 500, on: 'start' });
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(couldNotStart(page)).toBeVisible();
  await pressTwice(page.getByRole('button', { name: 'Try again' }));
  await expect(status(page)).toHaveText('Connected');
  await page.waitForTimeout(QUIET_MS);
  expect(starts(gms)).toEqual({ asked: 2, made: 1 });
  trouble.splice(0);
});

test('a form that is sent with two presses of Enter and one of its button', async ({
  page,
  gms,
  openSite,
}) => {
  gms.gms.inject({ name: 'delay', ms: 500, on: 'start' });
  const site = await openSite({ config: { askFor: { CHAT: ['firstName'] } } });
  await page.goto(`${site.url}index.html?${IDS}`);
  await page.getByRole('textbox', { name: /First name/ }).fill('Ana');
  await page.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>('form:not(.composer) button[type="submit"]');
    for (let press = 0; press < 2; press += 1) button?.form?.requestSubmit(button);
    button?.click();
  });
  await expect(status(page)).toHaveText('Connected');
  await page.waitForTimeout(QUIET_MS);
  expect(starts(gms)).toEqual({ asked: 1, made: 1 });
});

test('a new chat that is asked for twice', async ({ page, gms, openSite }) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(status(page)).toHaveText('Connected');
  gms.gms.improvise({ do: 'end' });
  const again = page.getByRole('button', { name: 'Start a new chat' });
  await expect(again).toBeVisible();
  gms.gms.inject({ name: 'delay', ms: 500, on: 'start' });
  await pressTwice(again);
  await expect(status(page)).toHaveText('Connected');
  await page.waitForTimeout(QUIET_MS);
  expect(starts(gms)).toEqual({ asked: 2, made: 2 });
});

/** What a host page does with the launcher, and the name of the button that is pressed twice. */
const HOSTS = [
  ['opened', 'Chat', "document.getElementById('chat').onclick = () => GmsChat.open()"],
  ['invited', 'Start chat', 'GmsChat.invite()'],
] as const;

for (const [how, name, script] of HOSTS) {
  test(`${how} from a host page with two presses: one window and one chat (F02)`, async ({
    page,
    context,
    gms,
    openSite,
  }) => {
    gms.gms.inject({ name: 'delay', ms: 500, on: 'start' });
    const pages: Record<string, string> = {};
    const site = await openSite({ pages });
    pages['/shop.html'] =
      `<!doctype html><title>Shop</title><button id="chat">Chat</button><script src="${site.url}launcher.js"></script>
      <script>addEventListener('load', () => { ${script} })</script>`;
    await page.goto(new URL('/shop.html', site.url).href);
    const button = page.getByRole('button', { name, exact: true });
    await expect(button).toBeVisible();
    const popup = await openedPopup(context, () => button.dblclick());
    await expect(status(popup)).toHaveText('Connected');
    await page.waitForTimeout(QUIET_MS);
    expect(context.pages()).toHaveLength(2);
    expect(starts(gms)).toEqual({ asked: 1, made: 1 });
    expect(requestsTo(gms, '/disconnect')).toEqual([]);
  });
}
