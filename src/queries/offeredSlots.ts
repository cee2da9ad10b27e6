import { slotsOf } from '../gms/callback/slotsOf.ts';
import type { Slot } from './loadCallbacks.ts';

/** The slots that came with the refusal of one, as `failure.availability`. Source: protocol/gms-callback.md §1.6. */
export function offeredSlots(availability: Readonly<Record<string, number>> = {}): readonly Slot[] {
  return slotsOf(Object.entries(availability));
}
