import type { Page } from '@playwright/test';
import { expect, test as base } from './support/hostTest.ts';

/** The built console by its own launcher, in a frame of a page on another origin. */

const test = base.extend<{ consoleUrl: string }>({
  consoleUrl: async ({ openSite, shop }, use) => {
    const site = await openSite({ config: { hostOrigins: [shop.origin] }, embedders: [shop.origin] });
    await use(`${site.url}index.html`);
  },
});

const consoleIn = (page: Page) => page.frameLocator('iframe[name="gms-chat-console"]');

/** Opens it in the element with the id `room`, and keeps handle and sizes. */
async function openIn(page: Page, consoleUrl: string, options: object): Promise<void> {
  await page.evaluate(
    ([consoleUrl, options]) => {
      const container = document.getElementById('room') ?? undefined;
      window.chat = window.GmsChat?.open({ consoleUrl, mode: 'iframe', container, ...options });
      window.chat?.on('size', (event) => (window.events ??= []).push(event));
    },
    [consoleUrl, options] as const,
  );
}

const wantedHeight = (page: Page) => page.evaluate<number>('events?.at(-1)?.height');
const frameHeight = async (page: Page) => (await page.locator('iframe').boundingBox())?.height;

test('the focus goes into a console of another origin and out of it, by the page’s word', async ({
  openShop,
  consoleUrl,
}) => {
  const page = await openShop();
  await page.getByRole('textbox', { name: 'Search' }).focus();
  await openIn(page, consoleUrl, {});
  const field = consoleIn(page).getByRole('textbox', { name: 'Message' });
  await expect(consoleIn(page).getByRole('status')).toHaveText('Connected');
  await page.getByRole('textbox', { name: 'Search' }).focus();

  await page.evaluate(() => window.chat?.focus());
  await expect(field).toBeFocused();
  await page.keyboard.type('from the keys');
  await expect(field).toHaveValue('from the keys');

  await page.getByRole('textbox', { name: 'Search' }).focus();
  await page.evaluate(() => window.chat?.restore());
  await expect(field).toBeFocused();
  await page.evaluate(() => window.chat?.minimize());
  await expect(page.getByRole('textbox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('boots');
  await expect(page.getByRole('textbox', { name: 'Search' })).toHaveValue('boots');
  await expect(field).toHaveValue('from the keys');
});

test('a container without a height is as high as a form needs, also when that grows, and then as the button', async ({
  openShop,
  consoleUrl,
}) => {
  const page = await openShop('<div id="room" style="width:380px"></div>');
  await page.setViewportSize({ width: 800, height: 1200 });
  await openIn(page, consoleUrl, { scenario: 'VOICE-NOW-USERTERM' });
  await expect(consoleIn(page).getByRole('textbox', { name: 'Phone number' })).toBeVisible();
  await expect.poll(() => wantedHeight(page)).toBeLessThan(500);
  await expect(async () => expect(await frameHeight(page)).toBe(await wantedHeight(page))).toPass();
  const panel = consoleIn(page).locator('.panel');
  expect(await panel.evaluate((node) => node.scrollHeight - node.clientHeight)).toBe(0);
  // and no line too many: the button is at the end of it
  expect(
    await panel.evaluate(
      (node) =>
        node.getBoundingClientRect().bottom - (node.lastElementChild?.getBoundingClientRect().bottom ?? 0),
    ),
  ).toBeLessThan(40);

  const form = await wantedHeight(page);
  await consoleIn(page)
    .getByRole('button', { name: /^Call me/ })
    .click();
  await expect(consoleIn(page).getByRole('textbox', { name: 'Phone number' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expect.poll(() => wantedHeight(page)).toBeGreaterThan(form);
  await expect.poll(() => frameHeight(page)).toBe(await wantedHeight(page));

  await page.evaluate(() => window.chat?.minimize());
  await expect.poll(() => page.locator('#room').evaluate((room) => room.clientHeight)).toBeLessThan(60);
});

test('in a corner the window keeps its shape, and grows with the text', async ({ openShop, consoleUrl }) => {
  const page = await openShop();
  await page.setViewportSize({ width: 900, height: 1200 });
  await openIn(page, consoleUrl, { scenario: 'VOICE-NOW-USERTERM' });
  await expect(consoleIn(page).getByRole('textbox', { name: 'Phone number' })).toBeVisible();
  await expect.poll(() => wantedHeight(page)).toBeLessThan(500);
  expect(await frameHeight(page)).toBe(638);
  await consoleIn(page)
    .locator('html')
    .evaluate((html) => (html.style.fontSize = '20px'));
  await expect.poll(() => frameHeight(page)).toBe(798);
});
