import { focusManager, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { callbackRecordQuery } from '../../src/queries/callbackRecordQuery.ts';
import type { CallbackRecord } from '../../src/queries/loadCallbacks.ts';
import { loadOf, NOW, pass, startQueries } from './fakeCallbacks.ts';

const cache = startQueries();
const MINUTE = 60_000;

function record(state: string, desiredTime: string | null): CallbackRecord {
  return { state, reason: null, desiredTime, contactNumber: '+15550100' };
}

function inMinutes(minutes: number): string {
  return new Date(NOW + minutes * MINUTE).toISOString();
}

function watch(answer: () => Promise<CallbackRecord | null>, desiredTime?: string) {
  const ask = vi.fn<typeof answer>(answer);
  const query = callbackRecordQuery(loadOf({ record: ask }), '7-a', desiredTime);
  new QueryObserver(cache.client, query).subscribe(() => {});
  return ask;
}

test.each([
  ['for now', record('QUEUED', null), 5_000],
  ['for now, whose time is when it was made', record('ROUTING', inMinutes(0)), 5_000],
  ['for soon', record('SCHEDULED', inMinutes(10)), 5_000],
  ['for later', record('SCHEDULED', inMinutes(30)), 30_000],
  ['that is not filed yet', null, 5_000],
])('a call %s', async (_name, answer, pace) => {
  const ask = watch(async () => answer);
  await pass(pace - 1);
  expect(ask).toHaveBeenCalledTimes(1);
  await pass(1);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('a call for later is watched closely once it is ten minutes away', async () => {
  const ask = watch(async () => record('SCHEDULED', inMinutes(12)));
  await pass(2 * MINUTE);
  expect(ask).toHaveBeenCalledTimes(5);
  await pass(MINUTE);
  expect(ask).toHaveBeenCalledTimes(17);
});

test('what is known of the time counts until the record tells', async () => {
  const ask = watch(() => Promise.reject(new Error('No')), inMinutes(60));
  await pass(29_999);
  expect(ask).toHaveBeenCalledTimes(1);
  await pass(1);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('nobody asks after a call that is over', async () => {
  const ask = watch(async () => record('COMPLETED', null));
  await pass(10 * MINUTE);
  expect(ask).toHaveBeenCalledTimes(1);
});

test('a call is followed in a hidden window too', async () => {
  focusManager.setFocused(false);
  const ask = watch(async () => record('QUEUED', null));
  await pass(10_000);
  expect(ask).toHaveBeenCalledTimes(3);
});
