import type { World } from '../world.ts';

/** Opening hours and slots of every callback service. Source: protocol/gms-callback.md §2.5, §9. */
export const SLOT_MINUTES = 5;
export const SLOT_CAPACITY = 4;

const SLOT_MS = SLOT_MINUTES * 60_000;
const OPENING_HOUR = 8;
const CLOSING_HOUR = 20;
const DAY_MS = 86_400_000;

export type Slot = Readonly<{ time: string; capacity: number }>;

/** The slots from `start` until before `end`, past ones left out, busy ones with a capacity of 0. */
export function slotsBetween(world: World, start: number, end: number): readonly Slot[] {
  const first = Math.ceil(Math.max(start, world.now) / SLOT_MS) * SLOT_MS;
  // A window of a year is a mistake of the client, not a reason to stand still.
  const last = Math.min(end, first + 31 * DAY_MS);
  const slots: Slot[] = [];
  for (let at = first; at < last; at += SLOT_MS) {
    if (isOpen(at)) slots.push({ time: new Date(at).toISOString(), capacity: capacityAt(world, at) });
  }
  return slots;
}

/** What is free in the slot that holds this moment: 0 outside the hours and in the past. */
export function capacityAt(world: World, at: number): number {
  const slot = Math.floor(at / SLOT_MS);
  if (!isOpen(at) || at < world.now - SLOT_MS) return 0;
  const booked = Object.values(world.state.services).filter(
    ({ desiredTime, endedBy }) =>
      desiredTime !== null && endedBy === null && Math.floor(Date.parse(desiredTime) / SLOT_MS) === slot,
  );
  // A pattern with some full slots in it, the same on every day and every machine.
  return Math.max(0, ((slot * 7 + 3) % (SLOT_CAPACITY + 1)) - booked.length);
}

/** A few free slots after a moment, for the answer to a refused one. */
export function freeSlotsAfter(world: World, at: number): readonly Slot[] {
  return slotsBetween(world, at, at + 2 * DAY_MS)
    .filter(({ capacity }) => capacity > 0)
    .slice(0, 5);
}

function isOpen(at: number): boolean {
  const hour = new Date(at).getUTCHours();
  return hour >= OPENING_HOUR && hour < CLOSING_HOUR;
}
