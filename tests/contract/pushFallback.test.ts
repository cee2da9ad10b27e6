import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HttpGms } from '../../src/mocks/httpServer.ts';
import { startHttpGms } from '../../src/mocks/httpServer.ts';
import type { LoggedRequest } from '../../src/simulator/gms.ts';
import { createFastClock } from './support/fastClock.ts';
import type { Gate } from './support/gate.ts';
import { startGate } from './support/gate.ts';
import type { Leg } from './support/legs.ts';
import { connect, LEGS } from './support/legs.ts';
import type { Reader } from './support/reader.ts';
import { open, read } from './support/reader.ts';

/** What becomes of a chat when Bayeux is gone while GMS is there: it goes on by polling, and comes back. */
const SPEED = 15;
const { signal } = new AbortController();
const pushed = LEGS.filter(({ carrier }) => carrier === 'long-polling');

let gms: HttpGms;
let gate: Gate;
let readers: Reader[];

beforeEach(async () => {
  // held for less than the client, whose time goes faster, is ready to wait
  gms = await startHttpGms({ port: 0, script: 'echo', bayeux: { timeout: 100 } });
  gate = await startGate(`${gms.url}/genesys/cometd`);
  readers = [];
});
afterEach(async () => {
  for (const reader of readers) reader.stop();
  await gate.close();
  await gms.close();
});

async function start(leg: Leg): Promise<Reader> {
  const client = await connect(leg, gms.url, {
    cometdUrl: gate.url,
    clock: createFastClock(SPEED),
    settings: { pollIntervalMin: 500, pollIntervalMax: 1_000, requestTimeout: 15_000 },
  });
  const reader = read(client.transport, await open(leg, client));
  readers.push(reader);
  return reader;
}

const eventually = <Value>(look: () => Value) => vi.waitFor(look, { timeout: 9_000, interval: 10 });

/** Says something again and again until it is taken, as the session does with what never left. */
async function say(reader: Reader, text: string): Promise<void> {
  await eventually(() => reader.line.send(text, signal));
  await eventually(() => expect(texts(reader, 'agent')).toContain(text));
}

function texts(reader: Reader, role: 'me' | 'agent'): readonly string[] {
  const said = reader.events.flatMap((event) =>
    event.type === 'said' && event.from.role === role ? [event] : [],
  );
  return said.map((event) => event.text);
}

function chatEvents() {
  return gms.gms.chats()[0]?.events ?? [];
}

function requests(ending: string): readonly LoggedRequest[] {
  return gms.gms.requests().filter(({ path }) => path.endsWith(ending));
}

const handshakes = () => gate.arrived.filter((body) => body.includes('/meta/handshake')).length;

describe.each(pushed)('$name', (leg) => {
  test(
    'begins by polling after three failed handshakes, and is opened once',
    { timeout: 20_000 },
    async () => {
      gate.shut();
      const reader = await start(leg);
      expect(handshakes()).toBe(3);
      const creations = gms.gms.requests().filter(({ operation }) => operation === 'create');
      expect(creations).toHaveLength(1);
      expect(creations[0]?.fields.some(([name]) => name === 'notify_by')).toBe(false);
      await say(reader, 'Hello');
      expect(gms.gms.chats()).toHaveLength(1);
      expect(handshakes(), 'polling has half a minute to itself').toBeLessThanOrEqual(4);
    },
  );

  test(
    'P03 P11: falls back and comes back without losing or doubling anything',
    { timeout: 20_000 },
    async () => {
      const reader = await start(leg);
      await say(reader, 'one');
      gate.shut();
      await say(reader, 'two');
      await say(reader, 'three');
      const before = handshakes();
      gate.open();
      // half a minute later
      await eventually(() => expect(handshakes()).toBeGreaterThan(before));
      await say(reader, 'four');
      await say(reader, 'five');
      const indexes = reader.events.flatMap((event) => event.index ?? []);
      expect(indexes.toSorted((one, other) => one - other)).toEqual(chatEvents().map(({ index }) => index));
      expect(texts(reader, 'me')).toEqual(['one', 'two', 'three', 'four', 'five']);
      const ways = requests('/send').map(({ headers }) => headers['via'] ?? 'rest');
      if (leg.api === 'v2') expect([ways[0], ways.at(-1)]).toEqual(['bayeux', 'bayeux']);
      expect(ways).toContain('rest');
    },
  );

  test('asks for nothing but what may have got lost while it is told all', { timeout: 20_000 }, async () => {
    const reader = await start(leg);
    await say(reader, 'Hello');
    const looks = () => requests('/refresh').length;
    const before = looks();
    // a good minute
    await new Promise((resolve) => setTimeout(resolve, 61_000 / SPEED));
    const asked = looks() - before;
    expect(asked).toBeGreaterThanOrEqual(1);
    expect(asked).toBeLessThanOrEqual(8);
    expect(reader.failures).toEqual([]);
  });

  test('loses nothing that was said while it was away', { timeout: 20_000 }, async () => {
    const reader = await start(leg);
    await say(reader, 'one');
    gate.shut();
    const [chat] = gms.gms.chats();
    // by another window of the same visitor
    const other = await connect({ ...leg, carrier: 'polling' }, gms.url);
    await other.transport.attach(reader.opened.chat).send('from elsewhere', signal);
    gate.open();
    await eventually(() => expect(texts(reader, 'agent')).toContain('from elsewhere'));
    expect(chat?.ended).toBeNull();
  });
});

describe('v2, after a restart of its node', () => {
  test('asks from its own mark on', { timeout: 20_000 }, async () => {
    const leg = pushed.find(({ api }) => api === 'v2');
    if (!leg) throw new Error('There is no such leg');
    const reader = await start(leg);
    await say(reader, 'one');
    const mark = chatEvents().length;
    const before = handshakes();
    gms.gms.restart(true);
    await eventually(() => expect(handshakes()).toBeGreaterThan(before));
    await say(reader, 'two');
    const asked = gate.arrived
      .filter((body) => body.includes('requestNotifications'))
      .map((body) => JSON.parse(body)[0]);
    expect(asked.at(0)?.data).toMatchObject({ transcriptPosition: mark + 1 });
  });
});
