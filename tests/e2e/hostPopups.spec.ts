import { clickToOpen, expect, heard, inFrame, modeOf, openedPopup, test } from './support/hostTest.ts';

// Playwright lets every popup through; visitors' browsers ask for a click
test.use({
  launchOptions: ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ['--disable-popup-blocking'] }),
});

test('a click on the page may open a window, and a click in the frame as well', async ({
  context,
  page,
  openShop,
  fake: { consoleUrl },
}) => {
  await openShop();
  await clickToOpen(page, { consoleUrl, mode: 'iframe' });
  await expect.poll(() => heard(inFrame(page))).toHaveLength(1);
  const popup = await openedPopup(context, () => inFrame(page).getByRole('button', { name: 'Move' }).click());
  await expect.poll(() => heard(popup)).toMatchObject([{ type: 'connect', takesOver: true }]);
  await expect.poll(() => modeOf(page)).toBe('popup');
});

test('without a click the browser blocks the window, and the console is in the page', async ({
  page,
  openShop,
  fake: { consoleUrl },
}) => {
  await openShop(`<script>addEventListener('load', () => {
    window.chat = GmsChat.open({ consoleUrl: '${consoleUrl}' });
    window.other = GmsChat.open({ consoleUrl: '${consoleUrl}', mode: 'popup' });
  })</script>`);
  await expect.poll(() => heard(inFrame(page))).not.toEqual([]);
  expect(await modeOf(page)).toBe('iframe');
  expect(await page.evaluate('chat === other')).toBe(true);
});
