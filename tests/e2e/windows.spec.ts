import type { Page } from '@playwright/test';
import { expect, field, IDS, message, requestsTo, say, test } from './support/test.ts';

const elsewhere = (page: Page) => page.getByRole('heading', { name: 'This chat is open in another window' });
const status = (page: Page) => page.getByRole('status');

/** As a person does it: the new window begins with a copy of what the first one stores. */
async function duplicate(page: Page): Promise<Page> {
  // what holds a new chat comes after its first screen, sooner than anybody can make a copy of it
  const held = () =>
    page.evaluate(async () => ((await navigator.locks?.query())?.held ?? ['no locks']).length);
  await expect.poll(held, { timeout: 3_000 }).toBe(1);
  const [copy] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate(() => void window.open(location.href)),
  ]);
  return copy;
}

test.beforeEach(({ gms }) => gms.gms.play('quiet'));

test('a duplicated window says where the chat is, and does not ask GMS beside the first (F02 F91)', async ({
  page,
  gms,
  openSite,
}) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(status(page)).toHaveText('Connected');
  const copy = await duplicate(page);
  await expect(elsewhere(copy)).toBeVisible();
  await expect(status(copy)).toHaveText('Not connected');
  await expect(field(copy)).toHaveCount(0);
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
  const asked: string[] = [];
  copy.on('request', (request) => {
    if (request.url().startsWith(gms.url)) asked.push(request.url());
  });
  await page.waitForTimeout(4_000);
  expect(asked).toEqual([]);
});

test('the chat moves with its draft, and each message is sent and shown once', async ({
  page,
  gms,
  openSite,
}) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(status(page)).toHaveText('Connected');
  await say(page, 'Said in the first');
  await expect(message(page, 'Said in the first')).toHaveAttribute('data-state', 'sent');
  const copy = await duplicate(page);
  await expect(elsewhere(copy)).toBeVisible();
  await field(page).fill('half a sentence');
  await copy.getByRole('button', { name: 'Use it here' }).click();
  await expect(elsewhere(page)).toBeVisible();
  await expect(status(copy)).toHaveText('Connected');
  await expect(field(copy)).toHaveValue('half a sentence');
  await expect(message(copy, 'Said in the first')).toHaveCount(1);
  await field(copy).press('Enter');
  await expect(message(copy, 'half a sentence')).toHaveAttribute('data-state', 'sent');
  expect(requestsTo(gms, '/send')).toHaveLength(2);
  // and back again
  await page.getByRole('button', { name: 'Use it here' }).click();
  await expect(elsewhere(copy)).toBeVisible();
  await expect(message(page, 'half a sentence')).toHaveCount(1);
  await expect(field(page)).toHaveValue('');
});

test('when the window that has the chat crashes, the other one goes on with what was under way (F65)', async ({
  page,
  context,
  gms,
  openSite,
  trouble,
}) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(status(page)).toHaveText('Connected');
  const copy = await duplicate(page);
  await expect(elsewhere(copy)).toBeVisible();
  gms.gms.inject({ name: 'delay', on: 'send', ms: 3_000 });
  await say(page, 'Under way');
  await expect.poll(() => requestsTo(gms, '/send').length).toBe(1);
  // `noopener` would give the copy a process of its own; these two share one, so the page is closed without a word
  const cdp = await context.newCDPSession(page);
  await cdp.send('Page.close');
  await expect(elsewhere(copy)).toHaveCount(0, { timeout: 2_000 });
  await expect(message(copy, 'Under way')).toHaveAttribute('data-state', 'sent');
  await expect(message(copy, 'Under way')).toHaveCount(1);
  expect(requestsTo(gms, '/send')).toHaveLength(1);
  trouble.splice(0);
});

test('a window that is reloaded keeps the chat although another one waits for it', async ({
  page,
  openSite,
}) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(status(page)).toHaveText('Connected');
  const copy = await duplicate(page);
  await expect(elsewhere(copy)).toBeVisible();
  await field(page).fill('typed before');
  await page.reload();
  await expect(status(page)).toHaveText('Connected');
  await expect(field(page)).toHaveValue('typed before');
  await expect(elsewhere(copy)).toBeVisible();
});

test('the end in one window is the end in the other', async ({ page, openSite }) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(status(page)).toHaveText('Connected');
  const copy = await duplicate(page);
  await expect(elsewhere(copy)).toBeVisible();
  await page.getByRole('button', { name: 'More options' }).click();
  await page.getByRole('menuitem', { name: 'End chat' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End chat' }).click();
  await expect(status(copy)).toHaveText('Chat ended');
  await expect(copy.getByText('The chat is over')).toBeVisible();
});

for (const api of ['v1', 'v2'] as const) {
  test(`windows that cannot know of each other both show everything, once (${api}) (F92)`, async ({
    page,
    gms,
    openSite,
  }) => {
    const site = await openSite({ config: { chat: { api } } });
    // as in a frame and a window of different sites, whose storage is kept apart
    await page.context().addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'));
    await page.goto(`${site.url}index.html?${IDS}`);
    await expect(status(page)).toHaveText('Connected');
    const copy = await duplicate(page);
    await expect(status(copy)).toHaveText('Connected');
    await say(page, 'From the first');
    await say(copy, 'From the second');
    for (const window of [page, copy]) {
      await expect(message(window, 'From the first')).toHaveAttribute('data-state', 'sent');
      await expect(message(window, 'From the second')).toHaveAttribute('data-state', 'sent');
      await expect(window.locator('[data-from="me"]')).toHaveCount(2);
    }
    expect(requestsTo(gms, '/send')).toHaveLength(2);
  });
}
