import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallbackApi } from '../../src/gms/callback/callbackApi.ts';
import { createCallbackApi } from '../../src/gms/callback/createCallbackApi.ts';
import { ChatError } from '../../src/session/failure.ts';
import { settings, startFakeGms } from './fakeGms.ts';
import { createTestClock } from './testClock.ts';

/** Whatever GMS answers, each call ends in a `ChatError` or in a value that is what its type says. */
const gms = startFakeGms();
const { signal } = new AbortController();
const api = createCallbackApi(
  { ...settings, waitingTime: { queue: 'Sales', apiVersion: 'v1' } },
  createTestClock(),
  () => true,
);

const anything = fc.jsonValue();
const number = fc.oneof(fc.integer(), fc.double(), fc.integer().map(String), anything);
const time = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom('2031-04-17T09:30:00Z', '2031-04-17T09:30:00', '__proto__', 'constructor', ''),
  fc.string(),
);

/** Likely answers of every call, with anything in any place. */
const likely = fc.oneof(
  fc.dictionary(time, number),
  fc.record(
    {
      durationMin: number,
      slots: fc.oneof(anything, fc.array(fc.record({ utcTime: fc.oneof(time, anything), capacity: number }))),
    },
    { requiredKeys: [] },
  ),
  fc.record(
    {
      _position: number,
      _eta: number,
      ewt: number,
      _total_waiting: number,
      _agent_ready_threshold_passed: anything,
    },
    { requiredKeys: [] },
  ),
  fc.array(
    fc.record(
      {
        _id: fc.oneof(fc.constant('7-a'), anything),
        _callback_state: fc.oneof(fc.constantFrom('COMPLETED', 'QUEUED'), anything),
        _callback_reason: anything,
        _desired_time: fc.oneof(time, anything),
        _customer_number: anything,
      },
      { requiredKeys: [] },
    ),
  ),
  fc.record(
    { exception: anything, message: anything, error: anything, availability: fc.dictionary(time, number) },
    { requiredKeys: [] },
  ),
);
const answer = fc.record({
  text: fc.oneof(
    { weight: 6, arbitrary: likely.map((value) => JSON.stringify(value)) },
    fc.json(),
    fc.string(),
  ),
  status: fc.constantFrom(200, 200, 200, 200, 400, 404, 500, 503),
});

const isCount = (value: number | null) => value === null || (Number.isSafeInteger(value) && value >= 0);
const isTextOrNull = (value: unknown) => value === null || (typeof value === 'string' && value !== '');

type Ask = (api: CallbackApi) => Promise<boolean>;

const asks: Record<keyof CallbackApi, Ask> = {
  async availability(api) {
    const slots = await api.availability({ start: 0, days: 1 }, signal);
    const isSorted = slots.every(({ at }, place) => at >= (slots[place - 1]?.at ?? at));
    return isSorted && slots.every(({ at, capacity }) => Number.isFinite(at) && isCount(capacity));
  },
  async queuePosition(api) {
    const { position, waitSeconds, totalWaiting, isAgentReady } = await api.queuePosition('7-a', signal);
    return [position, waitSeconds, totalWaiting].every(isCount) && typeof isAgentReady === 'boolean';
  },
  waitingTime: async (api) => isCount(await api.waitingTime(signal)),
  async record(api) {
    const record = await api.record('7-a', signal);
    if (record === null) return true;
    const { state, reason, desiredTime, contactNumber } = record;
    const isTime = desiredTime === null || !Number.isNaN(Date.parse(desiredTime));
    return isTime && typeof state === 'string' && [reason, contactNumber].every(isTextOrNull);
  },
  reschedule: async (api) => (await api.reschedule('7-a', '2031-04-17T09:30:00Z', signal)) === undefined,
  cancel: async (api) => (await api.cancel('7-a', signal)) === undefined,
};

test.each(Object.entries(asks))('%s: any answer is read or refused', async (_name, ask) => {
  const property = fc.asyncProperty(answer, async ({ text, status }) => {
    gms.answer(() => new Response(text, { status }));
    expect(await ask(api).catch(isSoundFailure)).toBe(true);
  });
  await fc.assert(property, { numRuns: 300 });
});

function isSoundFailure(error: unknown): boolean {
  if (!(error instanceof ChatError)) throw error;
  const { availability = {}, exception = 'A' } = error.failure;
  return Object.values(availability).every(isCount) && /^[\w$]+$/.test(exception);
}
