import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { mayPass } from '../gms/mayPass.ts';
import type { LoadCallbacks, SlotRange } from './loadCallbacks.ts';

/** What all lists of slots have in common, whatever days they are of. */
export const AVAILABILITY_KEY = ['availability'] as const;

/** Others take slots meanwhile: older than this, a list is asked for again by who comes back to it. */
const FRESH_MS = 30_000;

/**
 * The slots of some days. `range.start` names the answer: take a fixed moment, not the present one.
 * Source: protocol/gms-callback.md §2.5.
 */
export function availabilityQuery(load: LoadCallbacks, range: SlotRange) {
  return queryOptions({
    queryKey: [...AVAILABILITY_KEY, range.start, range.days],
    queryFn: async ({ signal }) => (await load()).availability(range, signal),
    staleTime: FRESH_MS,
    // who looked for the diary in another window sees what is still free, as who lost the network does
    refetchOnWindowFocus: true,
    refetchOnReconnect: true,
    // once, and not after a definite no: that the office is closed is said without delay
    retry: (failures, error) => failures < 1 && mayPass(error),
    // "more days" must not take away the days that are being read
    placeholderData: keepPreviousData,
    // offline is told by the wire, at once: Query would pause without a word
    networkMode: 'always',
  });
}
