import type { Entry } from '../../session/transcript.ts';
import { arrivals } from './arrivals.ts';
import { useSessionChanges } from './useSessionChanges.ts';

/** Runs when something new came from the server, with all of it. */
export function useArrivals(onArrival: (entries: readonly Entry[]) => void): void {
  useSessionChanges((before, after) => {
    const entries = arrivals(before, after);
    if (entries.length > 0) onArrival(entries);
  });
}
