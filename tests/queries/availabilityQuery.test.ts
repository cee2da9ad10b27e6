import { focusManager, onlineManager, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { availabilityQuery } from '../../src/queries/availabilityQuery.ts';
import type { Slot, SlotRange } from '../../src/queries/loadCallbacks.ts';
import { offeredSlots } from '../../src/queries/offeredSlots.ts';
import type { Failure } from '../../src/session/failure.ts';
import { ChatError } from '../../src/session/failure.ts';
import { loadOf, NOW, pass, startQueries } from './fakeCallbacks.ts';

const cache = startQueries();
const range: SlotRange = { start: NOW, days: 1 };
const slot: Slot = { key: '2026-01-02T12:05:00.000Z', at: NOW + 300_000, capacity: 3 };

function watch(answer: () => Promise<readonly Slot[]>) {
  const ask = vi.fn<typeof answer>(answer);
  const load = loadOf({ availability: ask });
  const observer = new QueryObserver(cache.client, availabilityQuery(load, range));
  observer.subscribe(() => {});
  return { ask, load, observer };
}

function lookAwayAndBack(): void {
  focusManager.setFocused(false);
  focusManager.setFocused(true);
}

test('is asked for again by who comes back after half a minute, not before', async () => {
  const { ask } = watch(async () => [slot]);
  await pass(29_000);
  lookAwayAndBack();
  await pass(0);
  expect(ask).toHaveBeenCalledTimes(1);
  await pass(1_000);
  lookAwayAndBack();
  await pass(0);
  expect(ask).toHaveBeenCalledTimes(2);
  await pass(60_000);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('is asked for again when the network comes back', async () => {
  const { ask } = watch(async () => [slot]);
  await pass(30_000);
  onlineManager.setOnline(false);
  onlineManager.setOnline(true);
  await pass(0);
  expect(ask).toHaveBeenCalledTimes(2);
});

test.each<[Failure, number]>([
  [{ kind: 'network' }, 2],
  [{ kind: 'timeout' }, 2],
  [{ kind: 'server', status: 503 }, 2],
  [{ kind: 'busy', status: 503, retryAfterMs: 9000 }, 1],
  [{ kind: 'refused', status: 400, exception: 'CallbackExceptionAvailability' }, 1],
  [{ kind: 'missing', status: 404 }, 1],
])('that fails with %o is asked for %i times', async (failure, times) => {
  const { ask, observer } = watch(() => Promise.reject(new ChatError(failure)));
  await pass(60_000);
  expect(ask).toHaveBeenCalledTimes(times);
  expect(observer.getCurrentResult().error).toMatchObject({ failure });
});

test('of more days keeps the days that are there until they come', async () => {
  const { load, observer } = watch(async () => [slot]);
  await pass(0);
  observer.setOptions(availabilityQuery(load, { ...range, days: 7 }));
  expect(observer.getCurrentResult()).toMatchObject({ data: [slot], isPlaceholderData: true });
  await pass(0);
  expect(observer.getCurrentResult()).toMatchObject({ data: [slot], isPlaceholderData: false });
});

test('slots that are offered instead of one come in order of time', () => {
  const offered = { '2026-01-02T12:10:00Z': 0, '2026-01-02T12:05:00.000Z': 3 };
  expect(offeredSlots(offered)).toEqual([
    slot,
    { key: '2026-01-02T12:10:00Z', at: NOW + 600_000, capacity: 0 },
  ]);
  expect(offeredSlots(undefined)).toEqual([]);
});
