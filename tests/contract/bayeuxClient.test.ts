import type { ServerMessage } from 'cometd-nodejs-server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BayeuxConnection, Loss } from '../../src/gms/bayeux/bayeuxClient.ts';
import { openBayeux } from '../../src/gms/bayeux/bayeuxClient.ts';
import { browserClock } from '../../src/platform/browserClock.ts';
import type { Clock } from '../../src/session/ports.ts';
import { failureOf } from '../gms/wireTelling.ts';
import type { BayeuxServer } from './support/bayeuxServer.ts';
import { createFastClock } from './support/fastClock.ts';
import type { Gate } from './support/gate.ts';
import { startGate } from './support/gate.ts';
import { startBayeuxServer } from './support/bayeuxServer.ts';
import { NoSocket } from './support/browserParts.ts';

/** Our client of Bayeux against CometD's own server for Node. */
const CHANNEL = '/service/chatV2/web-support';
window.WebSocket = NoSocket;

const open: (BayeuxServer | BayeuxConnection | Gate)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function serve(...options: Parameters<typeof startBayeuxServer>): Promise<BayeuxServer> {
  const server = await startBayeuxServer(...options);
  open.push(server);
  return server;
}

async function connect(
  { url }: Pick<BayeuxServer, 'url'>,
  clock: Clock = browserClock,
  signal: AbortSignal = new AbortController().signal,
) {
  const heard: unknown[] = [];
  const losses: Loss[] = [];
  const headers = { gms_user: 'mira-4711' };
  const connection = await openBayeux(
    { url, channel: CHANNEL, headers, carrier: 'long-polling', timeout: 2_000 },
    clock,
    { heard: (data) => heard.push(data), lost: (loss) => losses.push(loss) },
    signal,
  );
  open.push(connection);
  return { connection, heard, losses };
}

function tell(server: BayeuxServer, data: unknown): void {
  server.sessions.at(-1)?.deliver(null, CHANNEL, data);
}

const eventually = <Value>(look: () => Value) => vi.waitFor(look, { timeout: 4_000, interval: 5 });

function advising(channel: string, advice: object) {
  return (reply: ServerMessage) => {
    if (reply.channel === channel) reply.advice = { ...(reply.advice as object), ...advice };
  };
}

const channels = ({ received }: BayeuxServer) => received.map(({ channel }) => channel);

describe('a connection', () => {
  test('is made by a handshake, a subscription and a connect, with our header on every request', async () => {
    const server = await serve();
    const { connection } = await connect(server);
    await connection.publish({ operation: 'startTyping' });
    expect(channels(server)[0]).toBe('/meta/handshake');
    expect(channels(server).slice(1, 3).toSorted()).toEqual(['/meta/connect', '/meta/subscribe']);
    expect(server.received.find(({ channel }) => channel === CHANNEL)?.data).toEqual({
      operation: 'startTyping',
    });
    expect(new Set(server.headers.map((headers) => headers['gms_user']))).toEqual(new Set(['mira-4711']));
    expect(server.received[0]).toMatchObject({
      supportedConnectionTypes: ['long-polling'],
      ext: { ack: true },
    });
  });

  test('P16: takes the cookie of its node along, and stays there by it', async () => {
    const server = await serve();
    await connect(server);
    // one jar for all tests of this file: the first request may have one from before
    const cookies = server.headers.slice(1).map(({ cookie }) => cookie?.match(/BAYEUX_BROWSER=\w+/)?.[0]);
    expect(cookies.length).toBeGreaterThan(0);
    expect(cookies[0]).toBeDefined();
    expect(new Set(cookies).size).toBe(1);
  });

  test('hears what is delivered, also in several messages at once, and nothing of another channel', async () => {
    const server = await serve();
    const { heard } = await connect(server);
    server.sessions[0]?.batch(() => {
      for (const number of [1, 2, 3]) tell(server, { number });
      server.sessions[0]?.deliver(null, '/service/chatV2/other', { number: 4 });
    });
    await eventually(() => expect(heard).toHaveLength(3));
    tell(server, { number: 5 });
    await eventually(() => expect(heard).toEqual([1, 2, 3, 5].map((number) => ({ number }))));
  });

  test('acknowledges what it heard, so that the server delivers the rest again and nothing twice', async () => {
    const server = await serve();
    const { heard } = await connect(server);
    tell(server, { number: 1 });
    await eventually(() => expect(heard).toHaveLength(1));
    await eventually(() =>
      expect(server.received.some(({ ext }) => (ext as { ack?: unknown } | undefined)?.ack === 2)).toBe(true),
    );
    tell(server, { number: 2 });
    await eventually(() => expect(heard).toEqual([{ number: 1 }, { number: 2 }]));
  });

  test('says good-bye with the position, as text', async () => {
    const server = await serve();
    const { connection, losses } = await connect(server);
    connection.close('12');
    await eventually(() =>
      expect(server.received.find(({ channel }) => channel === '/meta/disconnect')?.ext).toMatchObject({
        transcriptPosition: '12',
      }),
    );
    expect(losses).toEqual([]);
  });

  test('is held for as long as the server wants, and connects again', async () => {
    const server = await serve({ timeout: 50 });
    const { heard } = await connect(server);
    const connects = () => server.received.filter(({ channel }) => channel === '/meta/connect').length;
    await eventually(() => expect(connects()).toBeGreaterThan(3));
    tell(server, 'still here');
    await eventually(() => expect(heard).toEqual(['still here']));
  });
});

describe('a client that is forgotten', () => {
  test('P06: because it was asleep for too long, learns it with its next request', async () => {
    const server = await serve({ timeout: 30, maxInterval: 60, sweepPeriod: 20 });
    const sleeper = createSleepingClock();
    const { losses } = await connect(server, sleeper.clock);
    const removed = new Promise((resolve) => server.sessions[0]?.addListener('removed', resolve));
    sleeper.fallAsleep();
    await removed;
    sleeper.wakeUp();
    await eventually(() => expect(losses).toEqual([{ kind: 'forgotten', afterMs: 0 }]));
  });

  test('P05: learns it from a message too, which the server never looked at', async () => {
    const server = await serve();
    const sleeper = createSleepingClock();
    const { connection, losses } = await connect(server, sleeper.clock);
    sleeper.fallAsleep();
    const shape = server.server;
    shape.addExtension({
      incoming(_server, _session, message, done) {
        if (message.channel !== CHANNEL) return done(undefined, true);
        // what a server answers that does not know the client
        Object.assign(message.reply ?? {}, { successful: false, error: '402::Unknown client' });
        return done(undefined, true);
      },
      outgoing(_server, _sender, _session, message, done) {
        if (message.channel === CHANNEL && message.id !== undefined) {
          Object.assign(message, { successful: false, error: '402::Unknown client' });
        }
        done(undefined, true);
      },
    });
    expect(await failureOf(connection.publish({ operation: 'sendMessage' }))).toMatchObject({ kind: 'busy' });
    expect(losses).toEqual([{ kind: 'forgotten', afterMs: 0 }]);
  });

  test('because the server said good-bye, may come again', async () => {
    const server = await serve();
    const { losses } = await connect(server);
    server.sessions[0]?.disconnect();
    await eventually(() => expect(losses).toMatchObject([{ kind: 'forgotten' }]));
  });
});

describe('advice (P12)', () => {
  test('to shake hands again with a connect that went well ends this connection only', async () => {
    let isAdvising = false;
    const server = await serve({ timeout: 20 }, (reply) => {
      if (isAdvising) advising('/meta/connect', { reconnect: 'handshake', interval: 700 })(reply);
    });
    const { losses } = await connect(server);
    isAdvising = true;
    await eventually(() => expect(losses).toMatchObject([{ kind: 'forgotten' }]));
    // the old one is not left to the server's sweeper
    await eventually(() => expect(channels(server)).toContain('/meta/disconnect'));
  });

  test('never to come again is believed', async () => {
    let isAdvising = false;
    const server = await serve({ timeout: 20 }, (reply) => {
      if (isAdvising) advising('/meta/connect', { reconnect: 'none' })(reply);
    });
    const { losses } = await connect(server);
    isAdvising = true;
    await eventually(() => expect(losses).toEqual([{ kind: 'refused' }]));
  });

  test('with a refused handshake is believed', async () => {
    const server = await serve();
    server.server.policy = { canHandshake: (_session, _message, done) => done(undefined, false) };
    expect(await failureOf(connect(server))).toEqual({ kind: 'refused' });
  });

  test.each([{ interval: -1 }, { hosts: ['evil.example', '127.0.0.1:1'] }, { reconnect: 'dance' }])(
    '%j that is not for us changes nothing',
    async (advice) => {
      const server = await serve({ timeout: 40 }, (reply) => {
        advising('/meta/handshake', advice)(reply);
        advising('/meta/connect', advice)(reply);
      });
      const { heard, losses } = await connect(server);
      tell(server, 'here');
      await eventually(() => expect(heard).toEqual(['here']));
      expect(losses).toEqual([]);
    },
  );

  test('that several windows share the server makes a client ask in turns, and it still hears', async () => {
    const server = await serve({ multiSessionInterval: 100 });
    const first = await connect(server);
    const second = await connect(server);
    for (const session of server.sessions) session.deliver(null, CHANNEL, 'to both');
    await eventually(() => expect([first.heard, second.heard]).toEqual([['to both'], ['to both']]));
  });
});

test('a subscription that is refused is no connection, and leaves none open', async () => {
  const server = await serve({ timeout: 50 });
  server.server.policy = { canSubscribe: (_session, _message, _channel, done) => done(undefined, false) };
  expect(await failureOf(connect(server))).toEqual({ kind: 'refused' });
  await eventually(() => expect(channels(server)).toContain('/meta/disconnect'));
  const before = server.received.length;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(server.received.length).toBe(before);
});

test('P01 P17: an attempt that is given up leaves nothing open', async () => {
  const server = await serve({ timeout: 50 });
  const gate = await startGate(server.url);
  open.push(gate);
  gate.hang();
  const giving = new AbortController();
  const connecting = connect({ url: gate.url }, browserClock, giving.signal);
  await eventually(() => expect(gate.arrived).toHaveLength(1));
  giving.abort(new Error('enough'));
  await expect(connecting).rejects.toThrow('enough');
  await eventually(() => expect(gate.held()).toBe(0));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(gate.arrived.length).toBeLessThanOrEqual(2);
});

test('a failure that tells to shake hands again may have come afterwards: the message is not said again', async () => {
  const server = await serve();
  const { connection, losses } = await connect(server);
  server.server.addExtension({
    outgoing(_server, _sender, _session, message, done) {
      if (message.channel === CHANNEL && message.id !== undefined) {
        const advice = { reconnect: 'handshake', interval: 0 };
        Object.assign(message, { successful: false, error: '500::server_error', advice });
      }
      done(undefined, true);
    },
  });
  expect(await failureOf(connection.publish({ operation: 'sendMessage' }))).toMatchObject({ kind: 'server' });
  expect(losses).toEqual([{ kind: 'forgotten', afterMs: 0 }]);
});

test('a message that may not be published is refused, and the connection stays', async () => {
  const server = await serve();
  const { connection, heard, losses } = await connect(server);
  server.server.policy = { canPublish: (_session, _message, _channel, done) => done(undefined, false) };
  expect(await failureOf(connection.publish({ operation: 'sendMessage' }))).toEqual({ kind: 'refused' });
  tell(server, 'still here');
  await eventually(() => expect(heard).toEqual(['still here']));
  expect(losses).toEqual([]);
});

test('a server that is gone breaks the connection once', async () => {
  const server = await serve();
  const { losses } = await connect(server);
  await server.close();
  await eventually(() => expect(losses).toEqual([{ kind: 'broken', failure: { kind: 'network' } }]));
});

test('nothing is tried again by itself after a failure', async () => {
  const server = await serve();
  const gate = await startGate(server.url);
  open.push(gate);
  const { losses } = await connect({ ...server, url: gate.url }, createFastClock(5));
  gate.shut();
  await eventually(() => expect(losses).toMatchObject([{ kind: 'broken' }]));
  gate.open();
  const before = gate.arrived.length;
  // CometD would try after a second of its time
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(gate.arrived).toHaveLength(before);
});

test('a server that holds nothing back is not asked in a loop', async () => {
  const server = await serve({ timeout: 0 });
  const { heard } = await connect(server);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(channels(server).filter((channel) => channel === '/meta/connect').length).toBeLessThan(12);
  tell(server, 'late, but here');
  await eventually(() => expect(heard).toEqual(['late, but here']));
});

test('where nothing listens there is no connection', async () => {
  const server = await serve();
  await server.close();
  expect(await failureOf(connect(server))).toEqual({ kind: 'network' });
});

test('F67: a message longer than any that can be written is refused before it leaves', async () => {
  const server = await serve();
  const { connection } = await connect(server);
  await connection.publish({ message: '"'.repeat(4_000) });
  const before = server.headers.length;
  const failure = await failureOf(connection.publish({ message: 'x'.repeat(40_000) }));
  expect(failure).toEqual({ kind: 'refused', code: 204 });
  expect(server.headers.length - before).toBeLessThanOrEqual(1);
});

/** A machine that sleeps: no timer fires until it wakes up. */
function createSleepingClock() {
  let awake = Promise.resolve();
  let wakeUp = () => {};
  const clock: Clock = {
    now: browserClock.now,
    async sleep(ms, signal) {
      await browserClock.sleep(ms, signal);
      await awake;
      signal.throwIfAborted();
    },
  };
  return {
    clock,
    fallAsleep() {
      awake = new Promise((resolve) => {
        wakeUp = resolve;
      });
    },
    wakeUp: () => wakeUp(),
  };
}
