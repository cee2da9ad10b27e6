import { describe, expect, test } from 'vitest';
import { createGms } from '../../src/simulator/createGms.ts';
import { call, gmsForTest, openV2, post, texts } from './wire.ts';

describe('a snapshot', () => {
  test('goes on in the middle of a chat, as if nothing had happened', async () => {
    const { gms, clock } = gmsForTest({ script: 'friendly' });
    const chat = await openV2(gms);
    clock.advance(6000);
    await chat.act('send', { message: 'Roaming?' });
    clock.advance(1000);
    const reloaded = createGms({ clock, snapshot: gms.snapshot() });
    clock.advance(10_000);
    const read = { secureKey: chat.secureKey, transcriptPosition: '1' };
    const after = await post(reloaded, `/2/chat/samples_new/${chat.chatId}/refresh`, read);
    expect(after.body).toBe((await chat.from(1)).body);
    expect(texts(after).at(-1)).toContain('https://example.com/roaming');
  });

  test('keeps the faults that wait and the script that comes next', async () => {
    const { gms, clock } = gmsForTest({ script: 'nobody' });
    gms.inject({ name: 'status', status: 503, on: 'create' });
    gms.play('echo');
    const reloaded = createGms({ clock, snapshot: gms.snapshot() });
    expect((await post(reloaded, '/2/chat/x', { nickname: 'Mira' })).status).toBe(503);
    expect((await post(reloaded, '/2/chat/x', { nickname: 'Mira' })).json.messages).toHaveLength(2);
  });

  test.each(['', '{', 'null', '[]', '{"version":0,"chats":{}}'])(
    'that is %j is left aside',
    async (snapshot) => {
      const { gms } = gmsForTest({ snapshot });
      expect((await openV2(gms)).start.json.statusCode).toBe(0);
    },
  );
});

describe('other origins', () => {
  const origin = { origin: 'https://shop.example' };

  test('may ask before they call', async () => {
    const { gms } = gmsForTest();
    const asked = { ...origin, 'access-control-request-headers': 'gms_user' };
    const { status, headers } = await call(gms, 'OPTIONS', '/1/service/callback/samples_new', '', asked);
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': 'https://shop.example',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'gms_user, apikey, x-api-key, authorization, content-type',
      'access-control-max-age': expect.any(String),
    });
    expect(gms.requests()).toEqual([]);
  });

  test('may read answers and refusals', async () => {
    const { gms } = gmsForTest();
    gms.inject({ name: 'status', status: 503, retryAfter: 1, on: 'start' });
    for (const path of ['/1/service/callback/samples_new', '/2/chat/x', '/nowhere']) {
      const { headers } = await post(gms, path, {}, origin);
      expect(headers).toMatchObject({
        'access-control-allow-origin': 'https://shop.example',
        'cache-control': 'no-store',
      });
    }
  });

  test('are not named when there is none', async () => {
    const { gms } = gmsForTest();
    const { headers } = await post(gms, '/2/chat/x', { nickname: 'Mira' });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers['cache-control']).toBe('no-store');
  });
});

test('nothing is served elsewhere', async () => {
  const { gms } = gmsForTest();
  const error = { status: 404, json: { message: expect.any(String), exception: expect.any(String) } };
  expect(await post(gms, '/cometd')).toMatchObject(error);
  expect(await post(gms, '/2/chat/samples_new/x/dance')).toMatchObject(error);
  expect(await gms.handle({ method: 'POST', url: '/other/2/chat/x', headers: {}, body: '' })).toMatchObject({
    status: 404,
  });
});

test('another base serves the same', async () => {
  const { gms } = gmsForTest({ base: '/gms/sote/genesys' });
  expect((await openV2(gms)).start.json.statusCode).toBe(0);
  const { json } = await post(gms, '/1/service/request-chat');
  expect(json['_chatIxnAPI-CREATE-URL']).toMatch(/^\/gms\/sote\/genesys\/1\/service\//);
});

test('requests are remembered as they came', async () => {
  const { gms, clock } = gmsForTest();
  const headers = { gms_user: 'web-1', 'content-type': 'application/json' };
  await post(
    gms,
    '/2/chat/x?a=1',
    '{"nickname":"Mira","userData":{"visitID":"v-1","webengagement":""}}',
    headers,
  );
  expect(gms.requests()).toEqual([
    {
      at: clock.now(),
      method: 'POST',
      path: '/genesys/2/chat/x',
      operation: 'create',
      headers,
      fields: [
        ['a', '1'],
        ['nickname', 'Mira'],
        ['userData[visitID]', 'v-1'],
        ['userData[webengagement]', ''],
      ],
      status: 200,
    },
  ]);
});

test('what is looked at cannot be changed from outside', async () => {
  const { gms } = gmsForTest();
  await openV2(gms);
  const [view] = gms.chats();
  Object.assign(view?.userData ?? {}, { changed: 'yes' });
  expect(gms.chats()[0]?.userData).toEqual({});
});
