import { describe, expect, test } from 'vitest';
import { PAGE, SEED_NOTIFICATION, VISIT } from '../fixtures/engagementExamples.ts';
import { engagementForTest, listen, send } from './engagementWire.ts';

const NOTIFY = `/server/data/notification/notify/${VISIT}`;
const SECOND_PAGE = 'B0'.repeat(16);
const CONNECTED = { channel: '/meta/connect', successful: true };
const seedDelivery = { channel: `/notification/${VISIT}`, data: SEED_NOTIFICATION };

describe('a notification', () => {
  test.each([
    ['is not JSON', NOTIFY, '[', {}, 400],
    ['is no list', NOTIFY, {}, {}, 400],
    ['is an empty list', NOTIFY, [], {}, 400],
    ['has a message without a channel', NOTIFY, [...SEED_NOTIFICATION, { page: PAGE }], {}, 400],
    [
      'goes to something that is no visit',
      '/server/data/notification/notify/a%20b',
      SEED_NOTIFICATION,
      {},
      400,
    ],
    ['is not said to be JSON', NOTIFY, SEED_NOTIFICATION, { 'content-type': 'text/plain' }, 415],
    ['is larger than 64 kB', NOTIFY, [{ channel: 'x', data: 'ä'.repeat(33_000) }], {}, 413],
  ])('that %s is refused', async (_why, url, body, headers, status) => {
    const { gwe } = engagementForTest();
    expect((await send(gwe, 'POST', url, { body, headers })).status).toBe(status);
  });

  test('may only be posted', async () => {
    const { gwe } = engagementForTest();
    const { status, headers } = await send(gwe, 'PUT', NOTIFY, { body: SEED_NOTIFICATION });
    expect([status, headers['allow']]).toEqual([405, 'POST']);
  });

  test('is accepted when nobody listens, and the log says so', async () => {
    const { gwe } = engagementForTest();
    expect((await send(gwe, 'POST', NOTIFY, { body: SEED_NOTIFICATION })).status).toBe(200);
    expect(gwe.steps()).toMatchObject([
      {
        name: 'notify',
        visitID: VISIT,
        facts: { page: PAGE, channel: 'gpe.appendContent', delivered: 'nobody listens' },
      },
    ]);
    const page = await listen(gwe, VISIT);
    void send(gwe, 'POST', NOTIFY, { body: [{ channel: 'later' }] });
    expect(await page.connect()).toMatchObject([{ data: [{ channel: 'later' }] }, CONNECTED]);
  });

  test.each([
    [5000, [seedDelivery, CONNECTED]],
    [5001, [CONNECTED]],
  ])('waits for a page that listens soon, where the server keeps it: after %i ms', async (ms, found) => {
    const { gwe, clock } = engagementForTest({ bufferMs: 5000 });
    await send(gwe, 'POST', NOTIFY, { body: SEED_NOTIFICATION });
    clock.advance(ms);
    const { firstPoll } = await listen(gwe, VISIT);
    expect(firstPoll).toMatchObject(found);
  });

  test('reaches every open page of the visit, and no other visit', async () => {
    const { gwe, clock } = engagementForTest();
    const [first, second, other] = [
      await listen(gwe, VISIT),
      await listen(gwe, VISIT),
      await listen(gwe, 'C0'.repeat(16)),
    ];
    const polls = [first.connect(), second.connect(), other.connect()];
    await send(gwe, 'POST', NOTIFY, { body: SEED_NOTIFICATION });
    clock.advance(25_000);
    expect(await Promise.all(polls)).toMatchObject([
      [seedDelivery, CONNECTED],
      [seedDelivery, CONNECTED],
      [CONNECTED],
    ]);
    expect(gwe.steps().find(({ name }) => name === 'notify')?.facts['delivered']).toBe('to 2 listeners');
  });

  test('may arrive message by message', async () => {
    const { gwe } = engagementForTest({ wrap: 'single' });
    const page = await listen(gwe, VISIT);
    await send(gwe, 'POST', NOTIFY, { body: [{ channel: 'a' }, { channel: 'b' }] });
    expect(await page.connect()).toMatchObject([
      { data: { channel: 'a' } },
      { data: { channel: 'b' } },
      CONNECTED,
    ]);
  });
});

describe('Bayeux', () => {
  test('a long poll without news ends when its time is over', async () => {
    const { gwe, clock } = engagementForTest({ holdMs: 25_000 });
    const page = await listen(gwe, VISIT);
    let isOver = false;
    const poll = page.connect().finally(() => (isOver = true));
    clock.advance(24_999);
    await Promise.resolve();
    expect(isOver).toBe(false);
    clock.advance(1);
    expect(await poll).toMatchObject([CONNECTED]);
  });

  test('only the channel of a visit may be subscribed to', async () => {
    const { gwe } = engagementForTest();
    const { bayeux, clientId } = await listen(gwe, VISIT);
    const asked = { channel: '/meta/subscribe', clientId, subscription: '/notification/*' };
    expect(await bayeux(asked)).toMatchObject([{ successful: false, error: expect.stringMatching(/^403/) }]);
  });

  test('who leaves is no longer known', async () => {
    const { gwe } = engagementForTest();
    const { bayeux, clientId, connect } = await listen(gwe, VISIT);
    expect(await bayeux({ channel: '/meta/disconnect', clientId })).toMatchObject([{ successful: true }]);
    expect(await connect()).toMatchObject([{ successful: false, advice: { reconnect: 'handshake' } }]);
  });
});

describe('the strategy', () => {
  const enter = (pageID: string, eventName = 'PageEntered') =>
    ({
      body: { eventName, visitID: VISIT, pageID, url: 'https://shop.example/', data: { title: 'Shop' } },
    }) as const;
  const track = '/server/data/event';

  test('invites on the second page, with the message of the owner’s document', async () => {
    const { gwe, clock } = engagementForTest({ strategyDelayMs: 2000 });
    const page = await listen(gwe, VISIT);
    await send(gwe, 'POST', track, enter(SECOND_PAGE));
    await send(gwe, 'POST', track, enter(PAGE));
    const poll = page.connect();
    clock.advance(2000);
    expect(await poll).toMatchObject([seedDelivery, CONNECTED]);
    expect(gwe.visits()).toMatchObject([
      { pages: [{ pageID: SECOND_PAGE }, { pageID: PAGE, title: 'Shop' }], invitations: 1 },
    ]);
  });

  test('does not invite to a page that was left, nor twice in a visit', async () => {
    const { gwe, clock } = engagementForTest({ strategyDelayMs: 2000 });
    const third = 'D0'.repeat(16);
    const notified = () => gwe.steps().filter(({ name }) => name === 'notify');
    for (const pageID of [SECOND_PAGE, PAGE, third]) await send(gwe, 'POST', track, enter(pageID));
    clock.advance(2000);
    await expect.poll(notified).toMatchObject([{ facts: { page: third } }]);
    await send(gwe, 'POST', track, enter('E0'.repeat(16)));
    clock.advance(2000);
    // what the strategy would send has been sent before this is answered
    await send(gwe, 'GET', '/server/data/pacing/reactiveState?channel=chat');
    expect(notified()).toHaveLength(1);
  });

  test('sends one invitation when a page gives it two reasons', async () => {
    const { gwe, clock } = engagementForTest({ strategyDelayMs: 2000 });
    await send(gwe, 'POST', track, enter(PAGE));
    for (const reason of ['ChatInterest', 'CallbackInterest'])
      await send(gwe, 'POST', track, enter(PAGE, reason));
    clock.advance(2000);
    await expect.poll(() => gwe.visits()[0]?.invitations).toBe(1);
    await send(gwe, 'GET', '/server/data/pacing/reactiveState?channel=chat');
    expect(gwe.steps().filter(({ name }) => name === 'notify')).toMatchObject([
      { facts: { url: '/server/api/resources/v1/inviteGMS.html' } },
    ]);
  });

  test.each([
    ['ChatInterest', '/server/api/resources/v1/inviteGMS.html'],
    ['CallbackInterest', '/server/api/resources/v1/inviteGMSCallback.html'],
  ])('answers the event %s with %s', async (eventName, url) => {
    const { gwe, clock } = engagementForTest({ strategyDelayMs: 0, bufferMs: 1000 });
    await send(gwe, 'POST', track, enter(PAGE));
    await send(gwe, 'POST', track, enter(PAGE, eventName));
    clock.advance(0);
    await expect.poll(() => gwe.steps().at(-1)?.facts['url']).toBe(url);
  });

  test('knows the visit again after a restart', async () => {
    const { gwe } = engagementForTest();
    await send(gwe, 'POST', track, enter(PAGE));
    expect(engagementForTest({ snapshot: gwe.snapshot() }).gwe.visits()).toEqual(gwe.visits());
    expect(engagementForTest({ snapshot: '{"version":0}' }).gwe.visits()).toEqual([]);
  });

  test.each([
    [{}],
    ['['],
    [{ eventName: 'x', visitID: VISIT }],
    [{ eventName: 'x', visitID: '<b>', pageID: PAGE }],
  ])('is not asked about %j', async (body) => {
    const { gwe } = engagementForTest();
    expect((await send(gwe, 'POST', track, { body })).status).toBe(400);
    expect(gwe.visits()).toEqual([]);
  });
});

describe('the result of an invitation', () => {
  test.each([
    [
      'as Genesys Widgets send it',
      `/server/data/invites?result=accept&media=chat&visitID=${VISIT}&pageID=${PAGE}&alias=&engagementID=&webengagement=`,
      { result: 'accept', media: 'chat', pageID: PAGE },
    ],
    [
      'by the working convention',
      `/server/data/notification/result/${VISIT}?page=${PAGE}&result=reject&t=1`,
      { result: 'reject', media: '', pageID: PAGE },
    ],
  ])('is kept %s', async (_way, url, kept) => {
    const { gwe } = engagementForTest();
    expect(await send(gwe, 'GET', url)).toMatchObject({ status: 200, body: '' });
    expect(gwe.visits()).toMatchObject([{ visitID: VISIT, results: [kept] }]);
  });

  test('is kept as a tracked event', async () => {
    const { gwe } = engagementForTest();
    const data = { actionID: 'a', engagementID: 'e', result: 'timeout', media: 'chat' };
    await send(gwe, 'POST', '/server/data/event', {
      body: { eventName: 'Disposition', visitID: VISIT, pageID: PAGE, data },
    });
    expect(gwe.visits()).toMatchObject([{ results: [{ result: 'timeout', media: 'chat', pageID: PAGE }] }]);
  });

  test.each([`?result=accept`, `?visitID=${VISIT}`])('that is not whole (%s) is refused', async (query) => {
    const { gwe } = engagementForTest();
    expect((await send(gwe, 'GET', `/server/data/invites${query}`)).status).toBe(400);
  });
});

test('pacing wants to know the channel', async () => {
  const { gwe } = engagementForTest();
  expect((await send(gwe, 'GET', '/server/data/pacing/reactiveState')).status).toBe(400);
});

test('what lies on the server can be had under both names of the path', async () => {
  const { gwe } = engagementForTest();
  gwe.place('/api/resources/v1/inviteGMS.html', { type: 'text/html', body: '<p>Hello</p>' });
  for (const base of ['/server', '/frontend'])
    expect(await send(gwe, 'GET', `${base}/api/resources/v1/inviteGMS.html`)).toMatchObject({
      status: 200,
      body: '<p>Hello</p>',
    });
  expect((await send(gwe, 'GET', '/server/api/resources/v1/constructor')).status).toBe(404);
});

test('only the origins that were named may read answers', async () => {
  const { gwe } = engagementForTest({ origins: ['https://shop.example'] });
  const asked = async (origin: string) =>
    (await send(gwe, 'GET', '/server/data/pacing/reactiveState?channel=chat', { headers: { origin } }))
      .headers;
  expect(await asked('https://shop.example')).toMatchObject({
    'access-control-allow-origin': 'https://shop.example',
    'access-control-allow-credentials': 'true',
  });
  expect(await asked('https://evil.example')).not.toHaveProperty('access-control-allow-origin');
  const preflight = await send(gwe, 'OPTIONS', NOTIFY, { headers: { origin: 'https://shop.example' } });
  expect(preflight).toMatchObject({
    status: 204,
    headers: { 'access-control-allow-origin': 'https://shop.example' },
  });
});
