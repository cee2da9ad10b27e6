import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HttpGms } from '../../src/mocks/httpServer.ts';
import { startHttpGms } from '../../src/mocks/httpServer.ts';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import { meaningOf } from '../../src/session/failure.ts';
import type { ScriptName } from '../../src/simulator/scripts/scripts.ts';
import { failureOf, tell } from '../gms/wireTelling.ts';
import type { Leg } from './support/legs.ts';
import { connect, LEGS } from './support/legs.ts';
import type { Reader } from './support/reader.ts';
import { open, read } from './support/reader.ts';

/**
 * What every chat transport does, against a server on a real socket: the simulated GMS, and in front of it CometD's
 * own server for Node where Bayeux comes over long-polling. Time passes there ten times as fast.
 */
const SPEED = 10;
const { signal } = new AbortController();
// real sockets, and a window among several is told every two seconds only
vi.setConfig({ testTimeout: 20_000 });

let gms: HttpGms;
let readers: Reader[];

beforeEach(async () => {
  const start = Date.now();
  gms = await startHttpGms({
    port: 0,
    clock: {
      now: () => start + (Date.now() - start) * SPEED,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / SPEED)),
    },
  });
  readers = [];
});
afterEach(async () => {
  for (const reader of readers) reader.stop();
  await gms.close();
});

async function start(leg: Leg, script: ScriptName): Promise<Reader> {
  gms.gms.play(script);
  const client = await connect(leg, gms.url);
  const reader = read(client.transport, await open(leg, client));
  readers.push(reader);
  return reader;
}

/** Indexes as they came, without what came more than once. */
function indexes(events: readonly ChatEvent[]): readonly number[] {
  return [...new Set(events.flatMap((event) => event.index ?? []))];
}

function said(reader: Reader, text: string, role: 'me' | 'agent'): readonly number[] {
  const found = reader.events.filter(
    (event) => event.type === 'said' && event.text === text && event.from.role === role,
  );
  return indexes(found);
}

function chat() {
  const [first] = gms.gms.chats();
  if (!first) throw new Error('There is no chat');
  return first;
}

const eventually = <Value>(look: () => Value) => vi.waitFor(look, { timeout: 8_000, interval: 10 });

describe.each(LEGS)('$name', (leg) => {
  test('opens a chat with what has happened so far', async () => {
    const { opened } = await start(leg, 'echo');
    expect(opened.chat.api).toBe(leg.api);
    expect(opened.isEnded).toBe(false);
    expect(opened.events.slice(0, 2).map((event) => [event.index, event.type, event.from.role])).toEqual([
      [1, 'joined', 'me'],
      [2, 'joined', 'agent'],
    ]);
  });

  test('tells everything that happens once and in order, and the end', async () => {
    const reader = await start(leg, 'agentEnds');
    await eventually(() => expect(reader.isEnded()).toBe(true));
    const told = indexes(reader.events);
    expect(told).toEqual(chat().events.map((event) => event.index));
    expect(reader.events.map((event) => `${event.from.role} ${event.type}`)).toEqual([
      'me joined',
      'agent joined',
      'agent said',
      'agent left',
      'me left',
    ]);
    expect(reader.failures).toEqual([]);
  });

  test('tells what comes after events that only agents see', async () => {
    const reader = await start(leg, 'transfer');
    await eventually(() => expect(reader.events.map(tell).join('\n')).toContain('Ingrid here'));
    const told = indexes(reader.events);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(reader.events.filter((event) => event.type === 'unknown')).toEqual([]);
  });

  test('sends a message, whose echo comes once, and then the answer', async () => {
    const reader = await start(leg, 'echo');
    await reader.line.send('Hello & welcome – ü 👋', signal);
    await eventually(() => expect(said(reader, 'Hello & welcome – ü 👋', 'agent')).toHaveLength(1));
    expect(said(reader, 'Hello & welcome – ü 👋', 'me')).toHaveLength(1);
  });

  test('sends messages in their order', async () => {
    const reader = await start(leg, 'quiet');
    for (const text of ['one', 'two', 'three']) await reader.line.send(text, signal);
    await eventually(() => expect(said(reader, 'three', 'me')).toHaveLength(1));
    const texts = reader.events.flatMap((event) => (event.type === 'said' ? [event.text] : []));
    expect([...new Set(texts)]).toEqual(['one', 'two', 'three']);
  });

  test('says that the visitor types, takes a new name, and leaves', async () => {
    const reader = await start(leg, 'quiet');
    await reader.line.signalTyping(true, signal);
    await reader.line.signalTyping(false, signal);
    await reader.line.rename('Mira S.', signal);
    await reader.line.leave(signal);
    const operations = gms.gms.requests().map(({ path }) => path.split('/').at(-1));
    expect(operations.filter((name) => name?.endsWith('Typing'))).toEqual(['startTyping', 'stopTyping']);
    expect(operations.includes('updateNickname')).toBe(leg.api === 'v2');
    await eventually(() => expect(chat().ended).toBe('visitor'));
  });

  test('reads a running chat from the start', async () => {
    const first = await start(leg, 'echo');
    await first.line.send('Are you there?', signal);
    await eventually(() => expect(said(first, 'Are you there?', 'agent')).toHaveLength(1));
    first.stop();
    const { transport } = await connect(leg, gms.url);
    const again = read(transport, { ...first.opened, events: [] });
    readers.push(again);
    again.line.refreshNow();
    await eventually(() => expect(indexes(again.events)).toEqual(chat().events.map((event) => event.index)));
    await again.line.send('I am back', signal);
    await eventually(() => expect(said(again, 'I am back', 'agent')).toHaveLength(1));
  });

  test('does not know what became of a message whose answer was lost, and finds it once', async () => {
    const reader = await start(leg, 'quiet');
    gms.gms.inject({ name: 'lost-after', on: 'send' });
    const failure = await failureOf(reader.line.send('Hello', signal)).catch(() => null);
    // who hears the echo before the line breaks knows
    if (failure !== null) expect(meaningOf(failure).send).toBe('unknown');
    reader.line.refreshNow();
    await eventually(() => expect(said(reader, 'Hello', 'me')).toHaveLength(1));
    expect(chat().events.filter((event) => event.text === 'Hello')).toHaveLength(1);
  });

  test('knows that a message which never arrived may have arrived', async () => {
    const reader = await start(leg, 'quiet');
    gms.gms.inject({ name: 'lost-before', on: 'send' });
    expect(meaningOf(await failureOf(reader.line.send('Hello', signal))).send).toBe('unknown');
    expect(chat().events.filter((event) => event.text === 'Hello')).toEqual([]);
  });

  test('says that a message was refused, and goes on', async () => {
    const reader = await start(leg, 'echo');
    expect(meaningOf(await failureOf(reader.line.send('x'.repeat(4_001), signal))).send).toBe('refused');
    await reader.line.send('Shorter', signal);
    await eventually(() => expect(said(reader, 'Shorter', 'agent')).toHaveLength(1));
    expect(reader.failures.filter((failure) => meaningOf(failure).listen === 'over')).toEqual([]);
  });

  test.each(['x', '"', '👋', '\u0001'])(
    'takes the longest message, whatever its %j weighs (F67)',
    async (sign) => {
      const longest = sign.repeat(4_000);
      const reader = await start(leg, 'quiet');
      await reader.line.send(longest, signal);
      await eventually(() => expect(said(reader, longest, 'me')).toHaveLength(1));
      expect(reader.failures).toEqual([]);
    },
  );

  test.runIf(leg.api === 'v2' && leg.carrier !== 'polling')(
    'keeps back what is too long for Bayeux, says so, and goes on (F67)',
    async () => {
      const reader = await start(leg, 'echo');
      const tooLong = 'x'.repeat(40_000);
      expect(await failureOf(reader.line.send(tooLong, signal))).toEqual({ kind: 'refused', code: 204 });
      expect(gms.gms.requests().filter(({ path }) => path.endsWith('/send'))).toEqual([]);
      await reader.line.send('Shorter', signal);
      await eventually(() => expect(said(reader, 'Shorter', 'agent')).toHaveLength(1));
      expect(reader.failures).toEqual([]);
    },
  );

  test.each(['status', 'html200', 'lost-before', 'lost-after'] as const)(
    'loses and doubles nothing when a look at the transcript ends with "%s"',
    async (name) => {
      const reader = await start(leg, 'echo');
      gms.gms.inject({ name: 'status', on: 'refresh', status: 503, ...({ name } as object) });
      reader.line.refreshNow();
      await reader.line.send('Still here', signal);
      await eventually(() => expect(said(reader, 'Still here', 'agent')).toHaveLength(1));
      expect(indexes(reader.events)).toEqual(chat().events.map((event) => event.index));
    },
  );

  test('goes on after a restart of the server that kept its chats', async () => {
    const reader = await start(leg, 'echo');
    await reader.line.send('Before', signal);
    gms.gms.restart(true);
    await eventually(() => expect(said(reader, 'Before', 'agent')).toHaveLength(1));
    await eventually(async () => {
      reader.line.refreshNow();
      await reader.line.send('After', signal);
    });
    await eventually(() => expect(said(reader, 'After', 'agent').length).toBeGreaterThan(0));
    expect(indexes(reader.events)).toEqual(chat().events.map((event) => event.index));
  });

  test('is over after a restart of the server that lost its chats', async () => {
    const reader = await start(leg, 'echo');
    gms.gms.restart(false);
    reader.line.refreshNow();
    await eventually(() =>
      expect(meaningOf(reader.failures.at(-1) ?? { kind: 'offline' }).listen).toBe('over'),
    );
  });

  test('is not told of the chat in another window', async () => {
    const here = await start(leg, 'quiet');
    const there = await start(leg, 'quiet');
    await there.line.send('Only here', signal);
    await eventually(() => expect(said(there, 'Only here', 'me')).toHaveLength(1));
    await here.line.send('And here', signal);
    await eventually(() => expect(said(here, 'And here', 'me')).toHaveLength(1));
    expect(said(here, 'Only here', 'me')).toEqual([]);
  });
});
