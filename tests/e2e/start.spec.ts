import { expect, field, IDS, message, requestsTo, say, test } from './support/test.ts';

test('opens under its old name, and as a popup whose opener it needs for nothing (F97)', async ({
  page,
  gms,
  openSite,
}) => {
  const site = await openSite({
    pages: { '/host.html': '<button onclick="window.open(consoleUrl)">Chat</button>' },
  });
  await page.goto(`${new URL('/host.html', site.url).href}`);
  const opening = page.waitForEvent('popup');
  await page.evaluate(
    (address) => void window.open(address, 'GMS', 'width=400,height=640'),
    `${site.url}indexGPE.html?${IDS}`,
  );
  const popup = await opening;
  await expect(popup.getByRole('status')).toHaveText('Connected');
  await page.goto('about:blank');
  await say(popup, 'Still here');
  await expect(message(popup, 'Still here')).toHaveAttribute('data-state', 'sent');
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
});

test('works in a frame of another site, where nothing can be stored', async ({ page, gms, openSite }) => {
  const site = await openSite({ embedders: ['http://localhost:*'] });
  const host = await openSite({
    pages: {
      '/shop.html': `<title>Shop</title><iframe title="Chat" src="${site.url}index.html?${IDS}" width="400" height="600"></iframe>`,
    },
  });
  await page.goto(new URL('/shop.html', host.url.replace('127.0.0.1', 'localhost')).href);
  const frame = page.frameLocator('iframe[title="Chat"]');
  await expect(frame.getByRole('status')).toHaveText('Connected');
  await frame.getByRole('textbox', { name: 'Message' }).fill('From a frame');
  await frame.getByRole('button', { name: 'Send message' }).click();
  await expect(frame.locator('[data-from="me"]')).toHaveAttribute('data-state', 'sent');
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
});

test('takes the ids out of the address and goes on with the same chat after a reload (F90)', async ({
  page,
  gms,
  openSite,
}) => {
  gms.gms.play('echo');
  const site = await openSite();
  await page.goto(`${site.url}index.html?gmsScenario=CHAT-NOW&${IDS}&lang=en`);
  await expect(page.getByRole('status')).toHaveText('Connected');
  expect(new URL(page.url()).search).toBe('?gmsScenario=CHAT-NOW&lang=en');
  await say(page, 'Before the reload');
  await expect(message(page, 'Before the reload').first()).toHaveAttribute('data-state', 'sent');
  await field(page).fill('half a sen');

  await page.reload();
  await expect(message(page, 'Before the reload').first()).toHaveAttribute('data-state', 'sent');
  await expect(page.getByRole('status')).toHaveText('Connected');
  await expect(field(page)).toHaveValue('half a sen');
  await say(page, 'After the reload');
  await expect(message(page, 'After the reload').first()).toHaveAttribute('data-state', 'sent');
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
  expect(requestsTo(gms, '/ixn/chat')).toHaveLength(1);
  expect(requestsTo(gms, '/send')).toHaveLength(2);
  expect(requestsTo(gms, '/disconnect')).toHaveLength(0);
});

test('starts anew with the same ids after the end, and with new ones when it is opened with new ones', async ({
  page,
  gms,
  openSite,
}) => {
  gms.gms.play('echo');
  const site = await openSite();
  const visits = () =>
    requestsTo(gms, '/callback/samples_new').map(({ fields }) => Object.fromEntries(fields)['visitID']);
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.getByRole('status')).toHaveText('Connected');
  await page.getByRole('button', { name: 'More options' }).click();
  await page.getByRole('menuitem', { name: 'End chat' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End chat' }).click();
  await expect(page.getByRole('status')).toHaveText('Chat ended');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.reload();
  await expect(page.getByRole('status')).toHaveText('Connected');
  await page.goto(`${site.url}index.html?visitID=ANOTHER&pageID=P2`);
  await expect
    .poll(visits)
    .toEqual(['4F2A9C1B7D3E4A5F8B6C0D1E2F3A4B5C', '4F2A9C1B7D3E4A5F8B6C0D1E2F3A4B5C', 'ANOTHER']);
});

test('takes words before React is there, keeps the very field, and loses nothing', async ({
  page,
  gms,
  openSite,
}) => {
  const site = await openSite();
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/drawConsole-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.url}index.html?${IDS}`, { waitUntil: 'commit' });
  await field(page).click();
  await page.keyboard.type('Sent before React');
  await page.keyboard.press('Enter');
  await page.keyboard.type('and half a');
  await page.evaluate(() => {
    const textarea = document.querySelector('textarea');
    textarea?.setAttribute('data-marked', 'yes');
    textarea?.setSelectionRange(4, 4);
  });
  await expect.poll(() => requestsTo(gms, '/send').length, 'the session does not wait for React').toBe(1);

  letThrough();
  await expect(message(page, 'Sent before React')).toHaveAttribute('data-state', 'sent');
  await expect(field(page)).toHaveValue('and half a');
  await expect(field(page)).toHaveAttribute('data-marked', 'yes');
  await expect(field(page)).toBeFocused();
  expect(
    await field(page).evaluate((textarea) => 'selectionStart' in textarea && textarea.selectionStart),
  ).toBe(4);
});

test('works in our colours when the code for those of the brand cannot be had', async ({
  page,
  openSite,
  trouble,
}) => {
  const site = await openSite({ config: { brand: { accent: '#0a5' } } });
  await page.route('**/applyBrand-*.js', (route) => route.abort());
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.getByRole('status')).toHaveText('Connected');
  expect(trouble.splice(0).join()).toContain('ERR_FAILED');
});

test('speaks German when asked to', async ({ page, openSite }) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}&lang=de-CH`);
  await expect(page.getByRole('status')).toHaveText('Verbunden');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('needs no more than eight requests until everything is usable', async ({ page, openSite }) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.locator('[data-phase="chat"]')).toBeVisible();
  expect(site.asked.length, site.asked.join(' ')).toBeLessThanOrEqual(8);
  expect(site.asked.filter((file) => file === 'config.json')).toHaveLength(1);
});

test('says that a reload will lose the chat when the browser stores nothing (F93)', async ({
  page,
  openSite,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.getByRole('status')).toHaveText('Connected');
  await expect(page.getByText(/reload/i)).toBeVisible();
});
