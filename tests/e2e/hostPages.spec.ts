import {
  clickToOpen,
  events,
  expect,
  heard,
  inFrame,
  modeOf,
  openedPopup,
  test,
} from './support/hostTest.ts';

const IDS = { visitID: '4F2A9C1B7D3E4A5F8B6C0D1E2F3A4B5C', pageID: '0A1B2C3D4E5F60718293A4B5C6D7E8F9' };

test('a popup has the ids in its address, and everything personal by message alone', async ({
  context,
  openShop,
  fake: { consoleUrl },
}) => {
  const page = await openShop(
    `<script>window._gt = { push: ([name, cb]) => name === 'getIDs' && cb(${JSON.stringify(IDS)}) }</script>`,
  );
  const popup = await openedPopup(context, () =>
    clickToOpen(page, {
      consoleUrl: `${consoleUrl}?skin=blue#top`,
      scenario: 'CHAT-WAIT',
      lang: 'de',
      customer: { firstName: 'Ines' },
      userData: { Contract: '4711' },
    }),
  );
  await expect.poll(() => heard(popup)).toHaveLength(1);
  const address = new URL(popup.url());
  expect(Object.fromEntries(address.searchParams)).toEqual({
    skin: 'blue',
    gmsScenario: 'CHAT-WAIT',
    ...IDS,
    lang: 'de',
    proactive: 'false',
  });
  expect(address.hash).toBe('#top');
  expect((await heard(popup))[0]).toMatchObject({
    type: 'connect',
    ids: IDS,
    customer: { firstName: 'Ines' },
    userData: { Contract: '4711' },
    takesOver: false,
    grants: ['close', 'move'],
  });
});

test('the page hears what happens, whatever its own functions do, and nothing it could not read', async ({
  context,
  openShop,
  fake: { consoleUrl },
  trouble,
}) => {
  const page = await openShop();
  const popup = await openedPopup(context, () => clickToOpen(page, { consoleUrl }));
  await page.evaluate(() =>
    window.chat?.on('agent', () => {
      throw new Error('of the page');
    }),
  );
  await popup.getByRole('button', { name: 'Nonsense' }).click();
  await popup.getByRole('button', { name: 'Agent' }).click();
  await popup.getByRole('button', { name: 'Unread' }).click();
  await expect
    .poll(() => events(page))
    .toEqual([
      { type: 'ready' },
      { type: 'agent', action: 'joined', name: 'Maria' },
      { type: 'unread', count: 3 },
    ]);
  expect(await page.evaluate(() => window.chat?.dropped)).toBe(3);
  expect(trouble.splice(0)).toEqual(['Error: of the page']);
});

test('late ids and data follow; a tracker that never comes is not waited for', async ({
  context,
  openShop,
  fake: { consoleUrl },
}) => {
  const page = await openShop(`<script>window.answer = (ids) => {
    for (const [name, cb] of _gt) if (name === 'getIDs') cb(ids);
  }</script>`);
  const popup = await openedPopup(context, () => clickToOpen(page, { consoleUrl }));
  expect(new URL(popup.url()).searchParams.has('visitID')).toBe(false);
  await expect.poll(() => heard(popup)).toHaveLength(1);
  await page.evaluate(`answer(${JSON.stringify({ ...IDS, other: 'x' })})`);
  await page.evaluate(`answer({ visitID: '<b>', pageID: 7 })`);
  for (const none of ['null', 'undefined', '5', '{ get bad() { throw 1 } }'])
    await page.evaluate(`chat.updateUserData(${none})`);
  await page.evaluate(`chat.updateUserData({ Basket: '3', bad: 5 })`);
  await expect
    .poll(async () => (await heard(popup)).slice(1))
    .toMatchObject([
      { type: 'update', ids: IDS },
      { type: 'update', userData: { Basket: '3' } },
    ]);
});

test('a second click brings the living window to the front', async ({
  context,
  openShop,
  fake: { consoleUrl },
}) => {
  const page = await openShop();
  const popup = await openedPopup(context, () => clickToOpen(page, { consoleUrl }));
  const chat = await popup.locator('#chat').textContent();
  await clickToOpen(page, { consoleUrl, mode: 'popup' });
  await expect.poll(async () => (await heard(popup)).at(-1)).toMatchObject({ type: 'focus' });
  expect(await popup.locator('#chat').textContent()).toBe(chat);
  expect(context.pages()).toHaveLength(2);
});

test('the window outlives the page, and the next page finds it without loading it anew', async ({
  context,
  openShop,
  shop,
  fake: { consoleUrl },
}) => {
  const page = await openShop();
  const popup = await openedPopup(context, () => clickToOpen(page, { consoleUrl }));
  await expect.poll(() => heard(popup)).toHaveLength(1);
  const chat = await popup.locator('#chat').textContent();
  await page.goto(`${shop.origin}/next`);
  await clickToOpen(page, { consoleUrl, ids: IDS });
  await expect.poll(() => heard(popup)).toHaveLength(2);
  expect((await heard(popup))[1]).not.toHaveProperty('ids');
  expect(await popup.locator('#chat').textContent()).toBe(chat);
  expect(context.pages()).toHaveLength(2);
  await popup.getByRole('button', { name: 'Agent' }).click();
  await expect.poll(() => events(page)).toContainEqual({ type: 'agent', action: 'joined', name: 'Maria' });
});

test('the page is told when the window is closed, and opens a new one then', async ({
  context,
  openShop,
  fake: { consoleUrl },
}) => {
  const page = await openShop();
  const popup = await openedPopup(context, () => clickToOpen(page, { consoleUrl }));
  await popup.close();
  await expect.poll(() => events(page)).toContainEqual({ type: 'closed' });
  expect(await page.evaluate(() => window.GmsChat?.isOpen())).toBe(false);
  await openedPopup(context, () => clickToOpen(page, { consoleUrl }));
});

test('close() lets the console say goodbye', async ({ context, openShop, fake: { consoleUrl } }) => {
  const page = await openShop();
  const popup = await openedPopup(context, () => clickToOpen(page, { consoleUrl }));
  await expect.poll(() => heard(popup)).toHaveLength(1);
  const closing = popup.waitForEvent('close');
  await page.evaluate(() => window.chat?.close());
  await closing;
  await expect.poll(() => events(page)).toContainEqual({ type: 'closed' });
});

test('where popups are blocked the console is in the page', async ({
  page,
  openShop,
  fake: { consoleUrl },
}) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await openShop();
  await clickToOpen(page, { consoleUrl });
  await expect.poll(() => heard(inFrame(page))).toHaveLength(1);
  expect(await modeOf(page)).toBe('iframe');
});

test('a frame is minimised and comes back as it was, with a count of what is unread', async ({
  page,
  openShop,
  fake: { consoleUrl },
}) => {
  await openShop();
  await clickToOpen(page, { consoleUrl, mode: 'iframe' });
  const frame = inFrame(page);
  await expect.poll(() => heard(frame)).toHaveLength(1);
  const chat = await frame.locator('#chat').textContent();
  await frame.getByRole('button', { name: 'Unread' }).click();
  await frame.getByRole('button', { name: 'Minimize' }).click();
  await expect(page.locator('iframe')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Chat', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Chat 3 unread' }).click();
  await expect(frame.locator('#chat')).toHaveText(chat ?? '');
  await expect
    .poll(async () => (await heard(frame)).slice(1))
    .toMatchObject([{ type: 'show', isShown: false }, { type: 'show', isShown: true }, { type: 'focus' }]);
  await frame.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Chat', exact: true })).toBeFocused();
});

test('a frame fills a phone, and the container that it is given', async ({
  page,
  openShop,
  fake: { consoleUrl },
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await openShop('<div id="room" style="width:300px;height:400px"></div>');
  await clickToOpen(page, { consoleUrl, mode: 'iframe' });
  await expect
    .poll(() => page.locator('iframe').boundingBox())
    .toMatchObject({ x: 0, y: 0, width: 360, height: 640 });
  await page.reload();
  await page.evaluate(
    (consoleUrl) =>
      void window.GmsChat?.open({
        consoleUrl,
        mode: 'iframe',
        container: document.getElementById('room') ?? undefined,
      }),
    consoleUrl,
  );
  await expect.poll(async () => (await page.locator('iframe').boundingBox())?.width).toBe(298);
});

test('a chat moves from the frame into a window and back, and there is always one', async ({
  context,
  page,
  openShop,
  fake: { consoleUrl },
}) => {
  await openShop();
  await clickToOpen(page, { consoleUrl, mode: 'iframe' });
  const frame = inFrame(page);
  await expect.poll(() => heard(frame)).toHaveLength(1);
  const chat = (await frame.locator('#chat').textContent()) ?? '';
  // the click is in the frame: it is the page around it that opens the window
  const popup = await openedPopup(context, () => frame.getByRole('button', { name: 'Move' }).click());
  await expect(popup.locator('#chat')).toHaveText(chat);
  await expect(page.locator('iframe')).toHaveCount(0);
  expect(await modeOf(page)).toBe('popup');

  // which place it is in is for the visitor to say: a page that opens it anew brings it to the front
  await clickToOpen(page, { consoleUrl, mode: 'iframe' });
  await expect.poll(async () => (await heard(popup)).at(-1)).toMatchObject({ type: 'focus' });
  expect(await modeOf(page)).toBe('popup');
  await popup.getByRole('button', { name: 'Move' }).click();
  await expect(frame.locator('#chat')).toHaveText(chat);
  await expect.poll(() => context.pages().length).toBe(1);
  expect(await modeOf(page)).toBe('iframe');
  expect(await events(page)).not.toContainEqual({ type: 'closed' });
});

test('a move that is blocked loses nothing', async ({ page, openShop, fake: { consoleUrl } }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await openShop();
  await clickToOpen(page, { consoleUrl, mode: 'iframe' });
  const frame = inFrame(page);
  await frame.getByRole('button', { name: 'Move' }).click();
  await frame.getByRole('button', { name: 'Agent' }).click();
  await expect.poll(() => events(page)).toContainEqual({ type: 'agent', action: 'joined', name: 'Maria' });
  expect(await modeOf(page)).toBe('iframe');
});

test('nobody else can speak for the console, and nobody else is answered', async ({
  context,
  shop,
  gwe,
  openShop,
  fake: { consoleUrl },
}) => {
  gwe.pages.set(
    '/evil',
    `<script>addEventListener('message', () => document.title = 'answered');
    for (const message of [{ type: 'hello' }, { type: 'agent', action: 'joined', name: 'Evil' }])
      (opener ?? parent).postMessage({ source: 'gms-chat-console', version: 1, ...message }, '*');</script>`,
  );
  const page = await openShop();
  const popup = await openedPopup(context, () => clickToOpen(page, { consoleUrl }));
  await expect.poll(() => heard(popup)).toHaveLength(1);
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    document.body.append(frame);
  }, `${gwe.origin}/evil`);
  await page.frameLocator('iframe').locator('html').waitFor({ state: 'attached' });
  // the page itself, too, is somebody else
  await page.evaluate(
    (origin) =>
      window.postMessage(
        { source: 'gms-chat-console', version: 1, type: 'agent', action: 'joined', name: 'Evil' },
        origin,
      ),
    shop.origin,
  );
  await popup.getByRole('button', { name: 'Agent' }).click();
  await expect
    .poll(() => events(page))
    .toEqual([{ type: 'ready' }, { type: 'agent', action: 'joined', name: 'Maria' }]);
  expect(page.frames().map((frame) => frame.url())).toContain(`${gwe.origin}/evil`);
  expect(await page.frames().at(-1)?.title()).not.toBe('answered');

  // the very window, but somebody else in it
  await page.evaluate(`window.said = 0; addEventListener('message', () => { said += 1; })`);
  await popup.evaluate((address) => location.assign(address), `${gwe.origin}/evil`);
  await expect.poll(() => page.evaluate('said')).toBe(2);
  await expect.poll(() => popup.title()).not.toBe('answered');
  expect(await events(page)).toHaveLength(2);
});

test('the page of somebody else is opened with the ids, and needs to say nothing', async ({
  page,
  gwe,
  openShop,
}) => {
  gwe.pages.set('/their-chat', '<!doctype html><title>Theirs</title><p>Their chat</p>');
  await openShop();
  await clickToOpen(page, { consoleUrl: `${gwe.origin}/their-chat`, mode: 'iframe', ids: IDS });
  await expect(inFrame(page).getByText('Their chat')).toBeVisible();
  expect(page.frames().at(-1)?.url()).toContain(`visitID=${IDS.visitID}`);
  await page.getByRole('button', { name: 'Minimize' }).click();
  await page.getByRole('button', { name: 'Chat', exact: true }).last().click();
  await page.getByRole('button', { name: 'Close the chat' }).click();
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('loaded twice, as script and as module, there is one launcher and one console', async ({
  context,
  openShop,
  shop,
  fake: { consoleUrl, launcher, module },
}) => {
  const page = await openShop(`<script src="${launcher}"></script>`);
  const popup = await openedPopup(context, () => clickToOpen(page, { consoleUrl }));
  await expect.poll(() => heard(popup)).toHaveLength(1);
  shop.pages.set('/launcher.mjs.js', await (await context.request.get(module)).text());
  expect(await page.evaluate(`import('/launcher.mjs.js').then((module) => module.isOpen())`)).toBe(true);
});
