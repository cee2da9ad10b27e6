import type { Page } from '@playwright/test';
import type { HttpGms } from '../../src/mocks/httpServer.ts';
import { expect, IDS, message, requestsTo, say, test } from './support/test.ts';

/** The page and GMS are on two origins: cookies and headers have to get across. */
const PUSHED = [
  { name: 'v1 over long-polling', api: 'v1', hasSocket: false },
  { name: 'v2 over a WebSocket', api: 'v2', hasSocket: true },
  { name: 'v2 over long-polling', api: 'v2', hasSocket: false },
] as const;

const PDF = Buffer.from('%PDF-1.4\n%%EOF');

const status = (page: Page) => page.getByRole('status');
const pushed = (api: 'v1' | 'v2') => ({ chat: { api, transport: 'cometd' } });

function sentOverBayeux(gms: HttpGms): readonly boolean[] {
  return requestsTo(gms, '/send').map(({ headers }) => headers['via'] === 'bayeux');
}

/** Words of the visitor as the server has them. */
function heard(gms: HttpGms): readonly (string | undefined)[] {
  const [chat] = gms.gms.chats();
  const own = chat?.events.filter(({ type, from }) => type === 'Message' && from.type === 'Client') ?? [];
  return own.map(({ text }) => text);
}

for (const { name, api, hasSocket } of PUSHED) {
  test(`a whole chat on ${name}`, async ({ page, gms, openSite }) => {
    if (!hasSocket) await page.routeWebSocket(/cometd/, (socket) => socket.close());
    const users = new Set<string | undefined>();
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/cometd'))
        users.add(request.headers()['gms_user']);
    });
    const site = await openSite({ config: pushed(api) });
    await page.goto(`${site.url}index.html?gmsScenario=CHAT-NOW&${IDS}`);

    await expect(status(page)).toHaveText('Connected');
    await expect(message(page, 'What can I do for you today?')).toBeVisible();
    await say(page, 'Does my plan work in Norway?');
    await expect(message(page, 'Does my plan work in Norway?')).toHaveAttribute('data-state', 'sent');
    await say(page, 'And who knows about data?');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jonas Berg');

    const looked = requestsTo(gms, '/refresh').length;
    await page.waitForTimeout(4_000);
    const looks = requestsTo(gms, '/refresh').length - looked;
    expect(looks, 'who is told does not ask').toBeLessThanOrEqual(1);
    await expect(status(page)).toHaveText('Connected');

    await say(page, 'Thanks, bye');
    await expect(status(page)).toHaveText('Chat ended');
    await expect(message(page, 'Have a lovely day!')).toBeVisible();
    expect(heard(gms)).toEqual(['Does my plan work in Norway?', 'And who knows about data?', 'Thanks, bye']);
    expect(sentOverBayeux(gms)).toEqual([1, 2, 3].map(() => api === 'v2'));
    // a WebSocket cannot carry it; every request can, and GMS is to know the same visitor by each
    if (!hasSocket) expect([...users]).toEqual([expect.stringMatching(/^web-/)]);
  });

  test(`P07: a chat on ${name} goes on after the server was restarted`, async ({
    page,
    gms,
    openSite,
    trouble,
  }) => {
    if (!hasSocket) await page.routeWebSocket(/cometd/, (socket) => socket.close());
    gms.gms.play('echo');
    const site = await openSite({ config: pushed(api) });
    await page.goto(`${site.url}index.html?gmsScenario=CHAT-NOW&${IDS}`);
    await expect(status(page)).toHaveText('Connected');
    await say(page, 'Before');
    await expect(message(page, 'Before')).toHaveCount(2);
    gms.gms.restart(true);
    await say(page, 'After');
    await expect(message(page, 'After')).toHaveCount(2);
    await expect(status(page)).toHaveText('Connected');
    expect(heard(gms)).toEqual(['Before', 'After']);
    // the browser says that a connection broke
    trouble.length = 0;
  });

  test(`a chat on ${name} goes on by polling when Bayeux is gone`, async ({
    page,
    gms,
    openSite,
    trouble,
  }) => {
    await page.routeWebSocket(/cometd/, (socket) => {
      if (hasSocket && isReachable) socket.connectToServer();
      else void socket.close();
    });
    let isReachable = true;
    gms.gms.play('echo');
    const site = await openSite({ config: pushed(api) });
    await page.goto(`${site.url}index.html?gmsScenario=CHAT-NOW&${IDS}`);
    await expect(status(page)).toHaveText('Connected');
    await say(page, 'Before');
    await expect(message(page, 'Before')).toHaveCount(2);

    isReachable = false;
    await page.route(/cometd/, (route) => route.abort());
    gms.gms.restart(true);
    await say(page, 'After');
    await expect(message(page, 'After')).toHaveCount(2);
    await expect(status(page)).toHaveText('Connected');
    expect(heard(gms)).toEqual(['Before', 'After']);
    expect(sentOverBayeux(gms).at(-1)).toBe(false);
    trouble.length = 0;
  });

  test(`a chat on ${name} is the same after a reload, and moves to another window (F90 F91)`, async ({
    page,
    gms,
    openSite,
  }) => {
    if (!hasSocket) await page.context().routeWebSocket(/cometd/, (socket) => socket.close());
    gms.gms.play('echo');
    const site = await openSite({ config: pushed(api) });
    await page.goto(`${site.url}index.html?gmsScenario=CHAT-NOW&${IDS}`);
    await expect(status(page)).toHaveText('Connected');
    await say(page, 'Before');
    await expect(message(page, 'Before')).toHaveCount(2);
    await page.reload();
    await expect(status(page)).toHaveText('Connected');
    await expect(message(page, 'Before')).toHaveCount(2);
    await say(page, 'After');
    await expect(message(page, 'After')).toHaveCount(2);

    const held = () =>
      page.evaluate(async () => ((await navigator.locks?.query())?.held ?? ['no locks']).length);
    await expect.poll(held).toBe(1);
    const [copy] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(() => void window.open(location.href)),
    ]);
    await copy.getByRole('button', { name: 'Use it here' }).click();
    await expect(status(copy)).toHaveText('Connected');
    await expect(message(copy, 'After')).toHaveCount(2);
    // the window that gave it away gives its connection up as well, and that ends nothing
    await copy.waitForTimeout(6_000);
    await say(copy, 'From here');
    await expect(message(copy, 'From here')).toHaveCount(2);
    await expect(message(page, 'From here')).toHaveCount(0);
    expect(heard(gms)).toEqual(['Before', 'After', 'From here']);
    expect(gms.gms.chats()).toHaveLength(1);
    if (api === 'v2') expect(sentOverBayeux(gms)).toEqual([true, true, true]);
  });

  test(`a page that is left says how far a chat on ${name} was read`, async ({ page, gms, openSite }) => {
    if (!hasSocket) await page.routeWebSocket(/cometd/, (socket) => socket.close());
    gms.gms.play('echo');
    const site = await openSite({ config: pushed(api) });
    await page.goto(`${site.url}index.html?gmsScenario=CHAT-NOW&${IDS}`);
    await expect(status(page)).toHaveText('Connected');
    await say(page, 'Hello');
    await expect(message(page, 'Hello')).toHaveCount(2);
    await page.goto('about:blank');
    await expect.poll(() => gms.gms.chats()[0]?.awayAt).toBe('4');
  });
}

for (const hasSocket of [false, true]) {
  test(`files of a chat ${hasSocket ? 'over a WebSocket' : 'over long-polling'} go beside Bayeux, with the cookie of its node (P16)`, async ({
    page,
    gms,
    openSite,
  }) => {
    if (!hasSocket) await page.routeWebSocket(/cometd/, (socket) => socket.close());
    gms.gms.play('files');
    const site = await openSite({ config: pushed('v2') });
    await page.goto(`${site.url}index.html?gmsScenario=CHAT-NOW&${IDS}`);
    await expect(message(page, 'Could you send me a picture')).toBeVisible();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Attach a file' }).click();
    await (await choosing).setFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: PDF });
    await page.getByRole('button', { name: 'Send 1 file' }).click();
    const own = page.locator('[data-entry="file"][data-from="me"]');
    await expect(own).toContainText('plan.pdf');
    await expect(page.getByRole('region', { name: 'Files to send' })).toHaveCount(0);
    await expect(own).toHaveCount(1);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download your plan.pdf' }).click();
    expect((await saving).suggestedFilename()).toBe('your plan.pdf');
    await own.getByRole('button', { name: /^Remove/ }).click();
    await expect(own).toContainText('Removed');

    const asked = requestsTo(gms, '/2/chat-ntf');
    const operations = asked.map(({ fields }) => fields.find(([name]) => name === 'operation')?.[1]);
    expect(new Set(operations)).toEqual(
      new Set(['fileGetLimits', 'fileUpload', 'fileDownload', 'fileDelete']),
    );
    for (const { fields } of asked) {
      expect(fields.map(([name]) => name)).not.toContain('userId');
    }
    // the server of the simulated GMS gives it to requests only
    if (!hasSocket) {
      for (const { headers } of asked) expect(headers['cookie']).toContain('BAYEUX_BROWSER=');
    }
  });
}

test('a chat begins by polling where nothing answers Bayeux', async ({ page, gms, openSite, trouble }) => {
  gms.gms.play('echo');
  await page.routeWebSocket(/cometd/, (socket) => socket.close());
  await page.route(/cometd/, (route) => route.fulfill({ status: 404 }));
  const site = await openSite({ config: pushed('v2') });
  await page.goto(`${site.url}index.html?gmsScenario=CHAT-NOW&${IDS}`);
  await expect(status(page)).toHaveText('Connected');
  await say(page, 'Hello');
  await expect(message(page, 'Hello')).toHaveCount(2);
  expect(gms.gms.chats()).toHaveLength(1);
  trouble.length = 0;
});

test('CHAT-WAIT is told that an agent is ready', async ({ page, gms, openSite }) => {
  const site = await openSite({ config: pushed('v1') });
  await page.goto(`${site.url}index.html?gmsScenario=CHAT-WAIT&${IDS}`);
  await expect(page.getByRole('alert').filter({ hasText: 'An agent is ready' })).toBeVisible();
  const [start] = requestsTo(gms, '/callback/samples_new');
  expect(Object.fromEntries(start?.fields ?? [])).toMatchObject({
    _device_os: 'comet',
    _device_notification_id: start?.headers['gms_user'],
  });
  await page.getByRole('button', { name: 'Connect me now' }).click();
  await expect(message(page, 'What can I do for you today?')).toBeVisible();
});

test('VOICE-WAIT-USERTERM is told by which menu to go on', async ({ page, openSite }) => {
  const site = await openSite({ config: pushed('v1') });
  await page.goto(`${site.url}index.html?gmsScenario=VOICE-WAIT-USERTERM&${IDS}`);
  await page.getByRole('textbox', { name: 'Phone number' }).fill('+47 412 34 567');
  await page.getByRole('button', { name: /^Call me/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'An agent is ready' })).toBeVisible();
  await page.getByRole('button', { name: 'Connect me now' }).click();
  await expect(page.getByRole('button', { name: 'In five minutes' })).toBeVisible();
});
