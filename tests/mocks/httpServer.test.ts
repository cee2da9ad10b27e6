import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HttpGms } from '../../src/mocks/httpServer.ts';
import { startHttpGms } from '../../src/mocks/httpServer.ts';

let host: HttpGms;

beforeAll(async () => {
  host = await startHttpGms({ port: 0, script: 'echo' });
});
beforeEach(() => control('reset'));
afterAll(() => host.close());

function start(headers: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams({ nickname: 'Mira' });
  return fetch(`${host.url}/genesys/2/chat/samples_new`, { method: 'POST', body, headers });
}

async function control(action: string, body?: unknown): Promise<{ status: number; value: unknown }> {
  const init =
    body === undefined && action !== 'reset' ? {} : { method: 'POST', body: JSON.stringify(body ?? {}) };
  const reply = await fetch(`${host.url}/__simulator/${action}`, init);
  return { status: reply.status, value: await reply.json() };
}

test('it listens on the loopback address and answers like the simulator', async () => {
  expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const reply = await start({ origin: 'https://shop.example' });
  expect(reply.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  expect(await reply.json()).toMatchObject({ statusCode: 0, nextPosition: 3 });
});

test('it answers a preflight', async () => {
  const headers = { origin: 'https://shop.example', 'access-control-request-method': 'POST' };
  const reply = await fetch(`${host.url}/genesys/1/service/callback/x`, { method: 'OPTIONS', headers });
  expect([reply.status, reply.headers.get('access-control-allow-headers')]).toEqual([
    204,
    expect.stringContaining('gms_user'),
  ]);
});

test('a lost answer breaks the connection, and the call was carried out', async () => {
  await control('fault', { name: 'lost-after', on: 'create' });
  await expect(start()).rejects.toThrow(TypeError);
  expect(host.gms.chats()).toHaveLength(1);
  expect((await start()).status).toBe(200);
});

test('an answer that is cut has its head, some of its body, and an error', async () => {
  await control('fault', { name: 'cut', at: 30, on: 'create' });
  const reply = await start();
  expect(reply.status).toBe(200);
  expect(Number(reply.headers.get('content-length'))).toBeGreaterThan(30);
  await expect(reply.text()).rejects.toThrow(TypeError);
  expect(host.gms.chats()).toHaveLength(1);
});

test('an answer that is cut before its first byte has only its head', async () => {
  await control('fault', { name: 'cut', at: 0, on: 'create' });
  await expect(start().then((reply) => reply.text())).rejects.toThrow(TypeError);
});

test('Web Engagement answers beside it, and tests can look into it', async () => {
  const visit = 'A0'.repeat(16);
  const query = `result=cancel&media=chat&visitID=${visit}&pageID=${'B0'.repeat(16)}`;
  expect((await fetch(`${host.url}/server/data/invites?${query}`)).status).toBe(200);
  expect((await control('visits')).value).toMatchObject([
    { visitID: visit, results: [{ result: 'cancel' }] },
  ]);
  expect((await control('steps')).value).toMatchObject([{ name: 'result', status: 200 }]);
  await control('reset');
  expect(host.gwe.visits()).toEqual([]);
});

test('an answer that is reset breaks off with an error, before or after its head', async () => {
  await control('fault', { name: 'rst', at: 0, on: 'create' });
  await control('fault', { name: 'rst', at: 30, on: 'create' });
  await expect(start()).rejects.toThrow(TypeError);
  await expect(start().then((reply) => reply.text())).rejects.toThrow(TypeError);
  expect(host.gms.chats()).toHaveLength(2);
});

test('an answer that trickles comes byte by byte', async () => {
  await control('fault', { name: 'trickle', ms: 1, on: 'create' });
  const parts: number[] = [];
  for await (const part of (await start()).body ?? []) parts.push(part.length);
  expect(parts.length).toBeGreaterThan(10);
});

test('a server that was killed refuses, and comes back on its port with the sessions', async () => {
  await start();
  const dead = host.kill(50, true);
  await expect(start()).rejects.toThrow(TypeError);
  await dead;
  expect((await start()).status).toBe(200);
  expect(host.gms.chats()).toHaveLength(2);
});

describe('the control calls', () => {
  test('play decides the next script', async () => {
    await control('play', { script: 'nobody' });
    expect(await (await start()).json()).toMatchObject({ messages: [{}], nextPosition: 2 });
  });

  test('requests and chats show what the server saw', async () => {
    await start();
    expect((await control('requests')).value).toMatchObject([
      { operation: 'create', status: 200, fields: [['nickname', 'Mira']] },
    ]);
    expect((await control('chats')).value).toMatchObject([
      { api: 'v2', service: 'samples_new', ended: null },
    ]);
  });

  test('restart keeps the sessions or loses them', async () => {
    await start();
    await control('restart', { keepSessions: true });
    expect(host.gms.chats()).toHaveLength(1);
    await control('restart', {});
    expect(host.gms.chats()).toEqual([]);
  });

  test('kill answers, and then nobody does for a while', async () => {
    await start();
    expect((await control('kill', { ms: 400 })).status).toBe(200);
    const isServed = () =>
      start().then(
        () => true,
        () => false,
      );
    await expect.poll(isServed, { interval: 20 }).toBe(false);
    await expect.poll(isServed, { interval: 20 }).toBe(true);
    expect(host.gms.chats(), 'the old sessions are gone').toHaveLength(1);
  });

  test('reset starts from nothing, with another script if one is named', async () => {
    await start();
    await control('fault', { name: 'lost-before', on: 'any' });
    await control('reset', { script: 'quiet', seed: 5 });
    expect(host.gms.requests()).toEqual([]);
    expect(await (await start()).json()).toMatchObject({ nextPosition: 2 });
  });

  test.each([
    ['fault', { name: 'meteor' }, /name must be one of: lost-before/],
    ['fault', { name: 'cut', on: 'moon' }, /on must be one of/],
    ['fault', { name: 'cut', on: 'send', at: 'here' }, /at must be a number/],
    ['fault', { name: 'cut', bytes: 3 }, /has no bytes/],
    ['fault', 'lost-after', /not a JSON object/],
    ['play', { script: 'hamlet' }, /script must be one of: friendly/],
    ['kill', { ms: 'long' }, /ms must be a number/],
    ['reset', { seed: 'x' }, /seed must be a number/],
  ])('%s %j is refused and says why', async (action, body, reason) => {
    const { status, value } = await control(action, body);
    expect([status, value]).toEqual([400, { message: expect.stringMatching(reason) }]);
  });

  test('an unknown one is not found', async () => {
    expect((await control('dance', {})).status).toBe(404);
  });
});
