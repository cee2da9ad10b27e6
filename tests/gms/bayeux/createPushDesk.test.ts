import { describe, expect, test } from 'vitest';
import { createPushDesk, noticeFields } from '../../../src/gms/bayeux/createPushDesk.ts';
import type { Order, ServiceDesk } from '../../../src/session/ports.ts';
import { SCENARIOS } from '../../../src/session/scenarios.ts';
import { plainOrder } from '../orders.ts';
import { createTestClock, settled } from '../testClock.ts';
import { createFakePush } from './fakePush.ts';

const { signal } = new AbortController();
const waitingOrder: Order = { ...plainOrder, scenario: 'CHAT-WAIT' };
const notice = (id: string, action = 'connect') => ({ message: { _id: id, _action: action } });

function setUp() {
  const clock = createTestClock();
  const fake = createFakePush();
  const started: Order[] = [];
  const inner: ServiceDesk = {
    async start(order) {
      started.push(order);
      return { type: 'wait', serviceId: 'S1' };
    },
    follow: () => Promise.reject(new Error('not asked')),
    connect: () => Promise.reject(new Error('not asked')),
    cancel: () => Promise.resolve(),
  };
  const desk = createPushDesk(inner, fake.push, clock);
  const ready = async (id: string, until = signal) => desk.agentReady?.(id, until);
  return { ...fake, clock, desk, started, ready };
}

/** What a promise has come to by now. */
async function soFar(promise: Promise<unknown>): Promise<unknown> {
  return Promise.race([promise, settled().then(() => 'nothing yet')]);
}

describe('a start', () => {
  test('that waits for an agent says where the browser is told', () => {
    const telling = Object.keys(SCENARIOS).filter(
      (scenario) => noticeFields({ ...plainOrder, scenario: scenario as Order['scenario'] })['_device_os'], // keys of SCENARIOS
    );
    expect(telling).toEqual(['VOICE-WAIT-USERORIG', 'VOICE-WAIT-USERTERM', 'CHAT-WAIT']);
    expect(noticeFields(waitingOrder)).toEqual({
      _device_os: 'comet',
      _device_notification_id: 'mira-4711',
    });
  });

  test('comes after the connection, so that no word is lost', async () => {
    const { desk, counts, started } = setUp();
    await desk.start(waitingOrder, signal);
    expect(counts.connects).toBe(1);
    expect(started).toHaveLength(1);
  });

  test('does not wait for a connection that takes long', async () => {
    const { desk, push, started, clock } = setUp();
    push.connect = () => new Promise(() => {});
    const starting = desk.start(waitingOrder, signal);
    await settled();
    expect(started).toHaveLength(0);
    await clock.advance(3_000);
    expect(await starting).toEqual({ type: 'wait', serviceId: 'S1' });
  });

  test('that waits for nobody needs no connection', async () => {
    const { desk, counts } = setUp();
    await desk.start(plainOrder, signal);
    expect(counts.connects).toBe(0);
  });
});

describe('a ready agent', () => {
  test('is told with the path that connects the visitor', async () => {
    const { ready, tell } = setUp();
    const told = ready('S1');
    expect(await soFar(told)).toBe('nothing yet');
    tell(notice('S1', 'menu'));
    expect(await told).toBe('/1/service/S1/menu');
  });

  test('is told as JSON text too', async () => {
    const { ready, tell } = setUp();
    const told = ready('S1');
    tell({ message: JSON.stringify(notice('S1').message) });
    expect(await told).toBe('/1/service/S1/connect');
  });

  test('of another visitor is not for us', async () => {
    const { ready, tell } = setUp();
    const told = ready('S1');
    tell(notice('S2'));
    expect(await soFar(told)).toBe('nothing yet');
  });

  test('told before anybody asked is not lost, and not told twice', async () => {
    const { desk, ready, tell } = setUp();
    await desk.start(waitingOrder, signal);
    tell(notice('S1'));
    expect(await ready('S1')).toBe('/1/service/S1/connect');
    expect(await soFar(ready('S1'))).toBe('nothing yet');
  });

  test('is not waited for any more when the session is over', async () => {
    const { ready, tell, counts } = setUp();
    const session = new AbortController();
    const told = ready('S1', session.signal);
    session.abort();
    expect(counts.released).toBe(1);
    tell(notice('S1'));
    expect(await soFar(told)).toBe('nothing yet');
  });

  test('is listened for again when the connection was lost', async () => {
    const { ready, lose, counts } = setUp();
    void ready('S1');
    const before = counts.tries;
    lose();
    expect(counts.tries).toBe(before + 1);
  });

  test('is listened for again and again while that fails: nobody else asks for the connection', async () => {
    const { ready, lose, counts, clock } = setUp();
    const session = new AbortController();
    void ready('S1', session.signal);
    lose();
    const before = counts.tries;
    await clock.advance(5_000);
    await clock.advance(5_000);
    expect(counts.tries).toBe(before + 2);
    session.abort();
    await settled();
    expect(clock.sleepers()).toBe(0);
  });
});
