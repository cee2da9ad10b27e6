import type { Slot } from './callbackApi.ts';
import { readInstant } from '../../lib/readInstant.ts';

/** Slots in order of time, from pairs of a time and its free places; what is no time is left out. */
export function slotsOf(places: readonly (readonly [key: string, capacity: number])[]): readonly Slot[] {
  return places
    .flatMap(([key, capacity]) => {
      const at = readInstant(key);
      return at === null ? [] : [{ key, at, capacity }];
    })
    .toSorted((one, other) => one.at - other.at);
}
