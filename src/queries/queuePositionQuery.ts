import { queryOptions } from '@tanstack/react-query';
import type { LoadCallbacks } from './loadCallbacks.ts';
import { POLLING } from './polling.ts';

/** GMS looks at the queue every 2 to 30 s: who asks more often learns nothing. Source: protocol/gms-callback.md §2.6. */
const PACE_MS = 10_000;

/** Where a service stands in the queue. `dataUpdatedAt` tells how old that is. */
export function queuePositionQuery(load: LoadCallbacks, serviceId: string) {
  return queryOptions({
    ...POLLING,
    queryKey: ['queuePosition', serviceId],
    queryFn: async ({ signal }) => (await load()).queuePosition(serviceId, signal),
    // armed anew by each answer: a slow server is not asked faster than it answers
    refetchInterval: PACE_MS,
    // a screen that comes back within a pace waits for its next poll
    staleTime: PACE_MS,
  });
}
