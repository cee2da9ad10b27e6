import { describe, expect, test } from 'vitest';
import { callOrder, NOW, startSimulatedGms } from './simulatedGms.ts';
import { failureOf } from './wireTelling.ts';

const { host, clients, arrived, pass } = startSimulatedGms();
const { signal } = new AbortController();
const CALLBACK = '/1/service/callback/samples_new';
const FREE = '2026-01-02T12:05:00.000Z';
const TAKEN = '2026-01-02T12:10:00.000Z';
const NEXT_FREE = '2026-01-02T12:15:00.000Z';

async function ordered(scenario: Parameters<typeof callOrder>[0], desiredTime?: string): Promise<string> {
  const order = callOrder(scenario, desiredTime === undefined ? {} : { desiredTime });
  return (await clients().desk.start(order, signal)).serviceId ?? '';
}

/** Faults that any call may meet, and what becomes of them. */
const FAULTS = [
  [
    { name: 'status', status: 503 },
    { kind: 'server', status: 503 },
  ],
  [
    { name: 'status', status: 503, retryAfter: 9 },
    { kind: 'busy', status: 503, retryAfterMs: 9000 },
  ],
  [
    { name: 'status', status: 502, html: true },
    { kind: 'server', status: 502 },
  ],
  [
    { name: 'status', status: 401 },
    { kind: 'unauthorised', status: 401 },
  ],
  [{ name: 'html200' }, { kind: 'unreadable', status: 200 }],
  [{ name: 'lost-before' }, { kind: 'network' }],
] as const;

describe('availability', () => {
  const range = { start: NOW, days: 1 };

  test('lists the slots of some days in order of time, taken ones too', async () => {
    const slots = await clients().api.availability(range, signal);
    expect(arrived()).toEqual([
      `GET ${CALLBACK}/availability start=2026-01-02T12:00:00.000Z number-of-days=1 max-time-slots=288`,
    ]);
    // 12:00 to 20:00 today and 8:00 to 12:00 tomorrow, every five minutes
    expect(slots).toHaveLength(144);
    expect(slots.slice(0, 3)).toEqual([
      { key: '2026-01-02T12:00:00.000Z', at: NOW, capacity: 1 },
      { key: FREE, at: NOW + 300_000, capacity: 3 },
      { key: TAKEN, at: NOW + 600_000, capacity: 0 },
    ]);
  });

  test('is asked of the second version where the first is not served', async () => {
    host.gms.inject({ on: 'other', name: 'status', status: 404, html: true });
    const slots = await clients().api.availability(range, signal);
    expect(arrived()[1]).toBe(
      'GET /2/service/callback/samples_new/availability ' +
        'start=2026-01-02T12:00:00.000Z number-of-days=1 max-time-slots=288 report-busy=true',
    );
    expect(slots).toHaveLength(144);
    expect(slots[2]).toEqual({ key: TAKEN, at: NOW + 600_000, capacity: 0 });
  });

  test.each([
    ['closed', 1, { kind: 'refused', status: 400, exception: 'CallbackExceptionAvailability' }],
    ['nohours', 1, { kind: 'refused', status: 400, exception: 'CallbackExceptionResource' }],
    ['unknown', 2, { kind: 'missing', status: 404, exception: 'CallbackExceptionNotFound', isFromGms: true }],
  ])('of the service "%s" is no empty list but a failure', async (service, requests, failure) => {
    expect(await failureOf(clients(service).api.availability(range, signal))).toEqual(failure);
    expect(arrived()).toHaveLength(requests);
  });

  test.each(FAULTS)('that meets %o fails with %o', async (fault, failure) => {
    host.gms.inject({ on: 'other', ...fault });
    expect(await failureOf(clients().api.availability(range, signal))).toEqual(failure);
    expect(arrived()).toHaveLength(1);
  });
});

describe('the queue position', () => {
  test('counts down, and says when an agent is ready', async () => {
    const id = await ordered('CHAT-WAIT');
    const { api } = clients();
    expect(await api.queuePosition(id, signal)).toEqual({
      position: 3,
      waitSeconds: 90,
      totalWaiting: 12,
      isAgentReady: false,
    });
    expect(arrived().at(-1)).toBe(`GET /1/service/${id}/check-queue-position`);
    await api.queuePosition(id, signal);
    expect(await api.queuePosition(id, signal)).toMatchObject({ position: 1, isAgentReady: true });
  });

  test('of a call that is booked for later is not known', async () => {
    const id = await ordered('VOICE-SCHEDULED-USERTERM', FREE);
    expect(await clients().api.queuePosition(id, signal)).toEqual({
      position: null,
      waitSeconds: null,
      totalWaiting: null,
      isAgentReady: false,
    });
  });

  test.each(FAULTS)('that meets %o fails with %o', async (fault, failure) => {
    host.gms.inject({ on: 'other', ...fault });
    expect(await failureOf(clients().api.queuePosition('1-a', signal))).toEqual(failure);
  });

  test('of a service that is gone is a failure', async () => {
    expect(await failureOf(clients().api.queuePosition('1-a', signal))).toMatchObject({ kind: 'missing' });
  });

  test('of an id that is no segment of a path is not asked', async () => {
    expect(await failureOf(clients().api.queuePosition('../x', signal))).toEqual({ kind: 'missing' });
    expect(arrived()).toEqual([]);
  });
});

describe('the wait in a queue', () => {
  test.each(['v1', 'v2'] as const)('is told by version %s of the simulated service', async (apiVersion) => {
    const { api } = clients('samples_new', { queue: 'Sales', apiVersion });
    expect(await api.waitingTime(signal)).toBe(290);
    expect(arrived()).toHaveLength(1);
  });

  test('that the service cannot tell is not known', async () => {
    const { api } = clients('samples_new', { queue: 'untold', apiVersion: 'v1' });
    expect(await api.waitingTime(signal)).toBeNull();
  });
});

describe('the record', () => {
  test('of a call now moves until the call was made', async () => {
    const id = await ordered('VOICE-NOW-USERTERM');
    const { api } = clients();
    const seen = [];
    for (const ms of [0, 2000, 2000, 6000]) {
      pass(ms);
      seen.push(await api.record(id, signal));
    }
    expect(seen.map((record) => record?.state)).toEqual(['QUEUED', 'ROUTING', 'PROCESSING', 'COMPLETED']);
    expect(seen.map((record) => record?.reason)).toEqual([null, null, null, 'AGENT_CONNECTED']);
    expect(seen[0]).toMatchObject({ contactNumber: '+15550100' });
    expect(arrived().at(-1)).toBe(`GET /1/service/callback _id=${id}`);
  });

  test('of a call for later has its time', async () => {
    const id = await ordered('VOICE-SCHEDULED-USERTERM', FREE);
    expect(await clients().api.record(id, signal)).toEqual({
      state: 'SCHEDULED',
      reason: null,
      desiredTime: FREE,
      contactNumber: '+15550100',
    });
  });

  test('that nobody knows is null', async () => {
    expect(await clients().api.record('1-none', signal)).toBeNull();
  });

  test.each(FAULTS)('that meets %o fails with %o', async (fault, failure) => {
    host.gms.inject({ on: 'other', ...fault });
    expect(await failureOf(clients().api.record('1-a', signal))).toEqual(failure);
  });
});

describe('a change', () => {
  test('of time sends nothing but the key of the slot', async () => {
    const id = await ordered('VOICE-SCHEDULED-USERTERM', FREE);
    const { api } = clients();
    await api.reschedule(id, NEXT_FREE, signal);
    expect(arrived().at(-1)).toBe(`PUT ${CALLBACK}/${id} _new_desired_time=${NEXT_FREE}`);
    expect(await api.record(id, signal)).toMatchObject({ state: 'SCHEDULED', desiredTime: NEXT_FREE });
  });

  test('to a slot that is taken is refused with others that are free', async () => {
    const id = await ordered('VOICE-SCHEDULED-USERTERM', FREE);
    const failure = await failureOf(clients().api.reschedule(id, TAKEN, signal));
    expect(failure).toMatchObject({ kind: 'refused', exception: 'CallbackExceptionAvailability' });
    expect(Object.entries(failure.availability ?? {})[0]).toEqual([NEXT_FREE, 2]);
  });

  test('of a call that is under way is refused', async () => {
    const id = await ordered('VOICE-NOW-USERTERM');
    expect(await failureOf(clients().api.reschedule(id, FREE, signal))).toMatchObject({ kind: 'refused' });
  });

  test('of time is asked for once, whatever comes back', async () => {
    host.gms.inject({ on: 'other', name: 'status', status: 400, times: 9 });
    expect(await failureOf(clients().api.reschedule('1-a', FREE, signal))).toMatchObject({ status: 400 });
    expect(arrived()).toHaveLength(1);
  });

  test.each(FAULTS)('that meets %o fails with %o', async (fault, failure) => {
    host.gms.inject({ on: 'other', ...fault });
    expect(await failureOf(clients().api.reschedule('1-a', FREE, signal))).toEqual(failure);
    host.gms.inject({ on: 'other', ...fault });
    expect(await failureOf(clients().api.cancel('1-a', signal))).toEqual(failure);
    expect(arrived()).toHaveLength(2);
  });

  test('may be a cancellation', async () => {
    const id = await ordered('VOICE-SCHEDULED-USERTERM', FREE);
    const { api } = clients();
    await api.cancel(id, signal);
    expect(await api.record(id, signal)).toMatchObject({ state: 'COMPLETED', reason: 'CANCELLED' });
  });
});

describe('a start', () => {
  test('in a slot that is taken is refused with others that are free', async () => {
    const order = callOrder('VOICE-SCHEDULED-USERTERM', { desiredTime: TAKEN });
    const failure = await failureOf(clients().desk.start(order, signal));
    expect(failure).toMatchObject({ kind: 'refused', status: 400, availability: { [NEXT_FREE]: 2 } });
  });

  test.each([
    ['+19005550100', { kind: 'refused', status: 400, exception: 'CallbackExceptionNumber' }],
    ['+15550503', { kind: 'server', status: 503, exception: 'CallbackExceptionServiceUnavailable' }],
    ['+15550500', { kind: 'server', status: 500, exception: 'OrsServiceException' }],
  ])('for the number %s fails with %o', async (contactNumber, failure) => {
    const customer = { nickname: 'Mira', contactNumber };
    const { desk } = clients();
    expect(await failureOf(desk.start(callOrder('VOICE-NOW-USERTERM', { customer }), signal))).toEqual(
      failure,
    );
  });
});
