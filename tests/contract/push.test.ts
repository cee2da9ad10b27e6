import type { ServerSession } from 'cometd-nodejs-server';
import { afterEach, expect, test, vi } from 'vitest';
import type { PushPorts } from '../../src/gms/bayeux/push.ts';
import { createPush } from '../../src/gms/bayeux/push.ts';
import { browserClock } from '../../src/platform/browserClock.ts';
import { failureOf } from '../gms/wireTelling.ts';
import type { BayeuxServer } from './support/bayeuxServer.ts';
import { startBayeuxServer } from './support/bayeuxServer.ts';
import { NoSocket } from './support/browserParts.ts';

/** One connection for whoever needs it, against CometD's own server for Node. */
window.WebSocket = NoSocket;
let server: BayeuxServer;
afterEach(() => server.close());

const channels = () => server.received.map(({ channel }) => channel);
const handshakes = () => channels().filter((channel) => channel === '/meta/handshake').length;
const eventually = <Value>(look: () => Value) => vi.waitFor(look, { timeout: 4_000, interval: 5 });

async function setUp(more: Partial<PushPorts> = {}) {
  server = await startBayeuxServer();
  const target = { url: server.url, channel: '/_genesys', headers: {}, mayUseSocket: true, timeout: 1_000 };
  const ports = {
    clock: browserClock,
    random: () => 0,
    isOnline: () => true,
    whenLeaving: () => undefined,
    whenBack: () => undefined,
  };
  return createPush(target, { ...ports, ...more });
}

function holder(changed: () => void = () => undefined) {
  const said: unknown[] = [];
  return { heard: (data: unknown) => void said.push(data), changed, position: () => 7, said };
}

test('there is one attempt at a time, whoever asks, and one connection', async () => {
  const push = await setUp();
  const [one, other] = [holder(), holder()];
  push.hold(one);
  push.hold(other);
  await Promise.all([push.connect(), push.connect()]);
  await push.connect();
  expect(handshakes()).toBe(1);
  server.sessions[0]?.deliver(null, '/_genesys', 'to both');
  await eventually(() => expect([one.said, other.said]).toEqual([['to both'], ['to both']]));
});

test('the last who gives it up closes it', async () => {
  const push = await setUp();
  const [release, releaseOther] = [push.hold(holder()), push.hold(holder())];
  await push.connect();
  release();
  expect(push.isUp()).toBe(true);
  releaseOther();
  expect(push.isUp()).toBe(false);
  await eventually(() => expect(channels()).toContain('/meta/disconnect'));
});

test('what nobody needs any more is given up before it is made', async () => {
  const push = await setUp();
  const release = push.hold(holder());
  const connecting = push.connect();
  release();
  expect(await failureOf(connecting)).toEqual({ kind: 'network' });
  expect(push.isUp()).toBe(false);
  // that nobody waited for it says nothing about the server
  expect(push.isFailing()).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(channels()).not.toContain('/meta/connect');
});

test('a server that takes us and drops us again is not asked in a loop', async () => {
  const push = await setUp();
  server.server.addListener('sessionAdded', (session: ServerSession) => {
    setTimeout(() => session.disconnect(), 20);
  });
  push.hold(
    holder(() => {
      if (!push.isUp()) push.connect().catch(() => undefined);
    }),
  );
  await push.connect();
  await new Promise((resolve) => setTimeout(resolve, 450));
  expect(handshakes()).toBeLessThanOrEqual(5);
});

test('a server that does not want us is left alone', async () => {
  const push = await setUp();
  server.server.policy = { canHandshake: (_session, _message, done) => done(undefined, false) };
  push.hold(holder());
  // says nothing about a chat
  expect(await failureOf(push.connect())).toEqual({ kind: 'server' });
  expect(push.isHopeless()).toBe(true);
  const asked = handshakes();
  push.connectInBackground();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(handshakes()).toBe(asked);
});

test('nothing leaves while the browser is offline', async () => {
  const push = await setUp({ isOnline: () => false });
  push.hold(holder());
  expect(await failureOf(push.connect())).toEqual({ kind: 'offline' });
  expect(server.headers).toEqual([]);
});

test('F87 F89: a page that is left gives the connection up, and who holds it learns when it is back', async () => {
  let leave = (): void => undefined;
  let comeBack = (): void => undefined;
  const push = await setUp({
    whenLeaving(act) {
      leave = act;
    },
    whenBack(act) {
      comeBack = act;
    },
  });
  const changes: string[] = [];
  push.hold({ ...holder(), changed: (how) => void changes.push(how) });
  await push.connect();
  leave();
  expect([push.isUp(), changes]).toEqual([false, ['made']]);
  comeBack();
  expect(changes).toEqual(['made', 'broken']);
  await push.connect();
  expect(handshakes()).toBe(2);
});
