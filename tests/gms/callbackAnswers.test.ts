import { describe, expect, test } from 'vitest';
import { createCallbackApi } from '../../src/gms/callback/createCallbackApi.ts';
import { slotsOf } from '../../src/gms/callback/slotsOf.ts';
import { json, settings, startFakeGms } from './fakeGms.ts';
import { createTestClock } from './testClock.ts';
import { failureOf } from './wireTelling.ts';

const gms = startFakeGms();
const { signal } = new AbortController();
const api = createCallbackApi(settings, createTestClock(), () => true);
const NINE = Date.UTC(2031, 3, 17, 9);
const range = { start: NINE, days: 2 };

describe('slots', () => {
  test('come in any order, with or without milliseconds, and keep their names', async () => {
    gms.answer(() =>
      json({ '2031-04-17T09:10:00.000Z': 7, '2031-04-17T09:00:00Z': '4', '2031-04-17T09:05:00.000+0000': 0 }),
    );
    expect(await api.availability(range, signal)).toEqual([
      { key: '2031-04-17T09:00:00Z', at: NINE, capacity: 4 },
      { key: '2031-04-17T09:05:00.000+0000', at: NINE + 300_000, capacity: 0 },
      { key: '2031-04-17T09:10:00.000Z', at: NINE + 600_000, capacity: 7 },
    ]);
    expect(gms.requests[0]?.path).toBe(
      '/1/service/callback/samples_new/availability' +
        '?start=2031-04-17T09%3A00%3A00.000Z&number-of-days=2&max-time-slots=576',
    );
  });

  test('come as a list, whichever version was asked', async () => {
    const slots = [
      { utcTime: '2031-04-17T09:10:00.000Z', localTime: '2031-04-17T10:10:00', capacity: 3, total: 8 },
      { utcTime: '2031-04-17T09:00:00.000Z', capacity: 0, total: 8 },
      { utcTime: 'soon', capacity: 1 },
      { capacity: 1 },
      null,
    ];
    gms.answer(() => json({ durationMin: 10, timezone: 'Europe/Lisbon', slots }));
    expect(await api.availability(range, signal)).toEqual([
      { key: '2031-04-17T09:00:00.000Z', at: NINE, capacity: 0 },
      { key: '2031-04-17T09:10:00.000Z', at: NINE + 600_000, capacity: 3 },
    ]);
  });

  test.each([[{}], [{ durationMin: 10 }], [{ durationMin: 10, slots: [] }]])(
    'are none when the answer is %o',
    async (answer) => {
      gms.answer(() => json(answer));
      expect(await api.availability(range, signal)).toEqual([]);
    },
  );

  test.each([
    [{ exception: 'com.genesyslab.CallbackExceptionAvailability' }, 'refused'],
    [{ msg: 'Hello' }, 'unreadable'],
    [[], 'unreadable'],
  ])('cannot be read in %o: %s', async (answer, kind) => {
    gms.answer(() => json(answer));
    expect(await failureOf(api.availability(range, signal))).toMatchObject({ kind });
  });

  test('without a zone are in UTC, and what is no time is no slot', () => {
    const names = [
      '2031-04-17T09:00:00.000',
      '2031-04-17',
      '9',
      '17 April 2031 09:00',
      '2031-04-17T99:00:00Z',
    ];
    expect(slotsOf(names.map((name) => [name, 1]))).toEqual([
      { key: '2031-04-17T09:00:00.000', at: NINE, capacity: 1 },
    ]);
  });

  test('are asked for at the second version once only', async () => {
    gms.answer(() => new Response('', { status: 404 }));
    expect(await failureOf(api.availability(range, signal))).toEqual({ kind: 'missing', status: 404 });
    expect(gms.requests.map(({ path }) => path.slice(0, 3))).toEqual(['/1/', '/2/']);
  });
});

describe('a queue position', () => {
  const unknown = { position: null, waitSeconds: null, totalWaiting: null, isAgentReady: false };

  test.each([
    [{ _position: '3', _eta: '95', _total_waiting: '12', _agent_ready_threshold_passed: false, ewt: 60 }],
    [{ _position: 3, _eta: 94.2, _total_waiting: 12 }],
    [{ _position: 3, _total_waiting: 12, ewt: '94.50' }],
  ])('is read from %o', async (answer) => {
    gms.answer(() => json(answer));
    expect(await api.queuePosition('7-a', signal)).toEqual({
      position: 3,
      waitSeconds: 95,
      totalWaiting: 12,
      isAgentReady: false,
    });
  });

  test.each([
    [{ _agent_ready_threshold_passed: true }, true],
    [{ _agent_ready_threshold_passed: 'true' }, true],
    [{ _agent_ready_threshold_passed: 'false' }, false],
    [{ _agent_ready_threshold_passed: 1 }, false],
    [{ _agent_ready_threshold_passed: false, ewt: 0 }, false],
    [{ ewt: 0 }, true],
    [{ _eta: 0 }, false],
    [{ ewt: '0.0' }, true],
    [{ ewt: 0.2 }, false],
    [{ ewt: -1 }, false],
  ])('of %o says that an agent is ready: %s', async (answer, isAgentReady) => {
    gms.answer(() => json(answer));
    expect(await api.queuePosition('7-a', signal)).toMatchObject({ isAgentReady });
  });

  test.each([{}, { _position: 'third', _eta: -1, _total_waiting: null, ewt: [] }, { _eta: 1e300 }])(
    'is not known from %o',
    async (answer) => {
      gms.answer(() => json(answer));
      expect(await api.queuePosition('7-a', signal)).toEqual(unknown);
    },
  );

  test('is not known while the service does not run, whatever the answer looks like', async () => {
    gms.answer(() => new Response('<h1>404 Not Found</h1>', { status: 500 }));
    expect(await api.queuePosition('7-a', signal)).toEqual(unknown);
  });
});

describe('a record', () => {
  const told = {
    _id: '7-a',
    _callback_state: 'SCHEDULED',
    _desired_time: '2031-04-17T09:35:00.000Z',
    _customer_number: '+15550100',
  };
  const read = {
    state: 'SCHEDULED',
    reason: null,
    desiredTime: '2031-04-17T09:35:00.000Z',
    contactNumber: '+15550100',
  };

  test.each([
    [[told]],
    [told],
    [{ ...told, _id: undefined, _desired_time: undefined, desiredTime: told._desired_time }],
    [[{ ...told, _customer_number: 15550100 }], { ...read, contactNumber: '15550100' }],
    [{ ...told, _desired_time: '2031-04-17T09:35:00' }],
    [
      { ...told, _desired_time: 'soon' },
      { ...read, desiredTime: null },
    ],
    [
      { ...told, _callback_state: 'completed' },
      { ...read, state: 'COMPLETED' },
    ],
    [
      [{ ...told, _callback_state: 'COMPLETED', _callback_reason: 'FAIL_NEW' }],
      { ...read, state: 'COMPLETED', reason: 'FAIL_NEW' },
    ],
    [{ _id: '7-a' }, { state: '', reason: null, desiredTime: null, contactNumber: null }],
  ])('is read from %o', async (answer, expected = read) => {
    gms.answer(() => json(answer));
    expect(await api.record('7-a', signal)).toEqual(expected);
  });

  test('of somebody else is none of ours', async () => {
    gms.answer(() => json([{ ...told, _id: '8-b', _customer_number: '+15550199' }, told]));
    expect(await api.record('7-a', signal)).toEqual(read);
    expect(await api.record('9-c', signal)).toBeNull();
  });

  test.each([[[]], [{}], [[null, 3]]])('is none in %o', async (answer) => {
    gms.answer(() => json(answer));
    expect(await api.record('7-a', signal)).toBeNull();
  });

  test('is asked for by its id, whatever that is', async () => {
    gms.answer(() => json([]));
    await api.record('a&b=c', signal);
    expect(gms.requests[0]?.path).toBe('/1/service/callback?_id=a%26b%3Dc');
  });
});

describe('a change', () => {
  test.each(['', '{}', '[]', 'null', 'OK', '{"_id":"7-a","message":"Done"}'])(
    'is done when the answer is %j',
    async (text) => {
      gms.answer(() => new Response(text));
      await api.reschedule('7-a', '2031-04-17T09:35:00Z', signal);
      await api.cancel('7-a', signal);
      expect(gms.requests.map(({ method, text: body }) => [method, body])).toEqual([
        ['PUT', '{"_new_desired_time":"2031-04-17T09:35:00Z"}'],
        ['DELETE', ''],
      ]);
      expect(gms.requests[0]?.headers.get('Content-Type')).toBe('application/json');
    },
  );

  test('may be answered with no content', async () => {
    gms.answer(() => new Response(null, { status: 204 }));
    await expect(api.cancel('7-a', signal)).resolves.toBeUndefined();
  });

  test.each([
    [{ exception: 'a.b.CallbackExceptionAvailability', availability: { '2031-04-17T10:00:00Z': 1 } }],
    [
      {
        message: 'No',
        exception: 'CallbackExceptionAvailability',
        availability: { '2031-04-17T10:00:00Z': '1' },
      },
    ],
  ])('that is refused with HTTP 200 and %o is refused', async (answer) => {
    gms.answer(() => json(answer));
    expect(await failureOf(api.reschedule('7-a', '2031-04-17T09:35:00Z', signal))).toEqual({
      kind: 'refused',
      exception: 'CallbackExceptionAvailability',
      availability: { '2031-04-17T10:00:00Z': 1 },
    });
  });

  test.each([{ error: 'No' }, { message: 'No' }])('that is answered with %o is refused', async (answer) => {
    gms.answer(() => json(answer));
    expect(await failureOf(api.cancel('7-a', signal))).toEqual({ kind: 'refused' });
    expect(gms.requests).toHaveLength(1);
  });

  test('that a login page answers did not arrive', async () => {
    gms.answer(() => new Response('\n <!doctype html><title>Please sign in</title>'));
    expect(await failureOf(api.cancel('7-a', signal))).toEqual({ kind: 'unreadable', status: 200 });
  });

  test('that is answered with a 500 of no known shape is a failure of the server', async () => {
    gms.answer(() => new Response('java.lang.NullPointerException', { status: 500 }));
    const failure = await failureOf(api.reschedule('7-a', '2031-04-17T09:35:00Z', signal));
    expect(failure).toEqual({ kind: 'server', status: 500 });
  });
});
