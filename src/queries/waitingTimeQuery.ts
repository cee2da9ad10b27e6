import { queryOptions } from '@tanstack/react-query';
import type { LoadCallbacks } from './loadCallbacks.ts';
import { POLLING } from './polling.ts';

/** A queue is estimated over minutes: Genesys Widgets ask twice a minute, too. */
const PACE_MS = 30_000;

/**
 * The estimated wait in the configured queue, before there is an order and while one waits, in seconds; null when it
 * is not known. `dataUpdatedAt` tells how old that is. Source: protocol/gms-callback.md §2.7.
 */
export function waitingTimeQuery(load: LoadCallbacks) {
  return queryOptions({
    ...POLLING,
    queryKey: ['waitingTime'],
    queryFn: async ({ signal }) => (await load()).waitingTime(signal),
    refetchInterval: PACE_MS,
    // nobody waits for that number: it is for who looks
    refetchIntervalInBackground: false,
    // who comes back to the window must not read an old one
    refetchOnWindowFocus: true,
    staleTime: PACE_MS,
  });
}
