import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServiceDesk } from '../../src/gms/callback/callbackDesk.ts';
import { afterStart } from '../../src/gms/afterStart.ts';
import { afterStartV2 } from '../../src/gms/afterStartV2.ts';
import { createTransport } from '../../src/gms/createTransport.ts';
import type { GmsSettings } from '../../src/gms/gmsSettings.ts';
import { setupGms } from '../../src/mocks/node.ts';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import type { Batch, Order } from '../../src/session/ports.ts';
import type { ScriptName } from '../../src/simulator/scripts/scripts.ts';
import { SCRIPT_NAMES } from '../../src/simulator/scripts/scripts.ts';
import { createTestClock } from '../gms/testClock.ts';
import { order } from '../session/samples.ts';

/**
 * The client and the simulator are two readings of the same protocol that share no code. Here they meet:
 * every script is read by the client, on both chat APIs, and nothing of it may be unreadable or unknown.
 */
const clock = createTestClock();
const host = setupGms({
  clock: { now: clock.now, sleep: (ms) => clock.sleep(ms, new AbortController().signal) },
});
const settings: GmsSettings = {
  base: 'http://gms.test/genesys',
  serviceName: 'samples_new',
  chatServiceName: 'samples_new',
  gmsUser: 'web-contract',
  requestTimeout: 10_000,
  pollIntervalMin: 500,
  pollIntervalMax: 3_000,
  loadAfterStart: async () => afterStart,
  loadAfterStartV2: async () => afterStartV2,
};
const { signal } = new AbortController();

beforeAll(() => host.server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => host.server.close());

async function open(
  api: 'v1' | 'v2',
): Promise<{ batch: Batch; line: ReturnType<ReturnType<typeof createTransport>['attach']> }> {
  const transport = createTransport(api, settings, clock, () => true);
  const asked: Order = { ...order, chatVia: api === 'v1' ? 'service' : 'chat' };
  if (api === 'v2') {
    const batch = await transport.open(asked, null, signal);
    return { batch, line: transport.attach(batch.chat) };
  }
  const reply = await createServiceDesk(settings, clock, () => true).start(asked, signal);
  if (reply.type !== 'startChat') throw new Error(`Expected a chat, got ${reply.type}`);
  const batch = await transport.open(asked, reply.invitation, signal);
  return { batch, line: transport.attach(batch.chat) };
}

/** Reads a chat for some seconds of its time, saying a word now and then. */
async function readChat(
  api: 'v1' | 'v2',
  script: ScriptName,
): Promise<{ events: ChatEvent[]; isEnded: boolean }> {
  host.renew({ script, clock: { now: clock.now, sleep: (ms) => clock.sleep(ms, signal) } });
  const { batch, line } = await open(api);
  const events = [...batch.events];
  const reading = new AbortController();
  const position = () => Math.max(0, ...events.slice(-50).map((event) => event.index ?? 0));
  const batches = line.listen(position, reading.signal)[Symbol.asyncIterator]();
  let isEnded = batch.isEnded;
  for (let second = 0; second < 60 && !isEnded; second += 1) {
    line.refreshNow();
    const next = batches.next();
    await clock.advance(1_000);
    const { value } = await next;
    if (!value) break;
    events.push(...value.events);
    isEnded = value.isEnded;
    if (second === 10 && !isEnded) await line.send('Hello?', signal);
  }
  reading.abort();
  return { events, isEnded };
}

const cases = SCRIPT_NAMES.flatMap((script) => [
  { api: 'v1' as const, script },
  { api: 'v2' as const, script },
]);

describe('client and simulator', () => {
  test.for(cases)('agree on "$script" over $api', async ({ api, script }) => {
    const { events } = await readChat(api, script);
    const indexes = events.flatMap((event) => event.index ?? []);
    expect(indexes, 'every position once, in order').toEqual(
      [...new Set(indexes)].toSorted((one, other) => one - other),
    );
    const isStrange = script === 'unknownKinds' || script === 'idle';
    if (!isStrange) expect(events.filter((event) => event.type === 'unknown')).toEqual([]);
    const timed = events.filter((event) => event.at === null && event.type !== 'signalled');
    expect(timed, 'every event has a time').toEqual([]);
  });

  test.for(['v1', 'v2'] as const)('agree on who speaks and how it ends, over %s', async (api) => {
    const { events, isEnded } = await readChat(api, 'agentEnds');
    expect(isEnded).toBe(true);
    expect(events.map((event) => [event.type, event.from.role])).toEqual(
      expect.arrayContaining([
        ['joined', 'me'],
        ['joined', 'agent'],
        ['said', 'agent'],
        ['left', 'agent'],
      ]),
    );
  });

  test.for(['v1', 'v2'] as const)('agree on an own message, whose echo comes back over %s', async (api) => {
    const { events } = await readChat(api, 'quiet');
    expect(events.filter((event) => event.type === 'said' && event.from.role === 'me')).toHaveLength(1);
  });
});
