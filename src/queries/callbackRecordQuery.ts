import { queryOptions } from '@tanstack/react-query';
import { readInstant } from '../lib/readInstant.ts';
import type { CallbackRecord, LoadCallbacks } from './loadCallbacks.ts';
import { POLLING } from './polling.ts';

/** A call that is under way moves within seconds. */
const PACE_NOW_MS = 5_000;
/** One that is booked for later moves only when somebody else moves it. */
const PACE_LATER_MS = 30_000;
const LATER_MS = 10 * 60_000;

/**
 * How far an order has come. `desiredTime` is what is known of its time before the record tells; null for a call now.
 * Source: protocol/gms-callback.md §2.2.
 */
export function callbackRecordQuery(
  load: LoadCallbacks,
  serviceId: string,
  desiredTime: string | null = null,
) {
  return queryOptions({
    ...POLLING,
    queryKey: ['callbackRecord', serviceId],
    queryFn: async ({ signal }) => (await load()).record(serviceId, signal),
    // asked for anew with each answer: it quickens by itself as the time comes near
    refetchInterval: ({ state }) => paceOf(state.data ?? null, desiredTime),
    // a screen that comes back within a pace waits for its next poll
    staleTime: PACE_NOW_MS,
  });
}

function paceOf(record: CallbackRecord | null, desiredTime: string | null): number | false {
  // nothing comes after that
  if (record?.state === 'COMPLETED') return false;
  const at = readInstant(record?.desiredTime ?? desiredTime ?? '') ?? 0;
  return at - Date.now() > LATER_MS ? PACE_LATER_MS : PACE_NOW_MS;
}
