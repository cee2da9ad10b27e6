import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { setupGms } from '../../src/mocks/node.ts';

const mocked = setupGms({ script: 'echo', seed: 1 });
const CHAT = 'http://gms.test/genesys/2/chat/samples_new';

beforeAll(() => mocked.server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => void mocked.renew());
afterAll(() => mocked.server.close());

function start(): Promise<Response> {
  return fetch(CHAT, { method: 'POST', body: new URLSearchParams({ nickname: 'Mira & Co' }) });
}

test('fetch reaches the simulated GMS', async () => {
  const reply = await start();
  expect(await reply.json()).toMatchObject({
    statusCode: 0,
    messages: [{ from: { nickname: 'Mira & Co' } }, {}],
  });
  expect(mocked.gms.requests()).toMatchObject([{ operation: 'create', fields: [['nickname', 'Mira & Co']] }]);
});

test('a form with parts arrives', async () => {
  const body = new FormData();
  body.set('nickname', 'Mira');
  body.set('userData[visitID]', 'v-1');
  await fetch(`${CHAT}/`, { method: 'POST', body });
  expect(mocked.gms.chats()).toMatchObject([{ userData: { visitID: 'v-1' } }]);
});

test('a lost answer is a failed fetch', async () => {
  mocked.gms.inject({ name: 'lost-after', on: 'create' });
  await expect(start()).rejects.toThrow(TypeError);
  expect(mocked.gms.chats()).toHaveLength(1);
});

test('an answer that was cut cannot be read', async () => {
  mocked.gms.inject({ name: 'cut', at: 25, on: 'create' });
  const body = await (await start()).text();
  expect(body).toHaveLength(25);
  expect(() => JSON.parse(body)).toThrow(SyntaxError);
});

test('an answer that was reset cannot be read, one that trickles can', async () => {
  mocked.gms.inject({ name: 'rst', at: 25, on: 'create' });
  mocked.gms.inject({ name: 'trickle', ms: 0, on: 'create' });
  expect(await (await start()).text()).toHaveLength(25);
  expect(await (await start()).json()).toMatchObject({ statusCode: 0 });
});

test('renew forgets everything', async () => {
  await start();
  mocked.renew({ script: 'nobody' });
  expect([mocked.gms.requests(), mocked.gms.chats()]).toEqual([[], []]);
  expect(await (await start()).json()).toMatchObject({ messages: [{ type: 'ParticipantJoined' }] });
});
