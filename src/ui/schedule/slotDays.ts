import type { Slot } from '../../queries/loadCallbacks.ts';
import { nextDate, noonOf, offsetName, wallClock } from './zone.ts';

/** A slot as the clock on the wall shows it. */
export type SlotTime = Slot &
  Readonly<{
    /** told when the same time comes twice on that day, because the clocks go back: `GMT+2` */
    offset: string | null;
  }>;

export type SlotDay = Readonly<{
  /** in the zone: `2026-11-24` */
  date: string;
  /** a moment in the middle of it */
  noon: number;
  times: readonly SlotTime[];
  /** how many of them can be had */
  free: number;
}>;

type Window = Readonly<{ from: number; until: number; timeZone: string }>;

/** The days of a window in a zone, also those on which nothing is offered, with what can still be reached of their slots. */
export function slotDays(slots: readonly Slot[], { from, until, timeZone }: Window): readonly SlotDay[] {
  const dates = new Map<string, SlotTime[]>();
  const last = wallClock(Math.max(from, until - 1), timeZone).date;
  for (let date = wallClock(from, timeZone).date; date <= last; date = nextDate(date)) dates.set(date, []);

  const reachable = slots.filter((slot) => slot.at > from).toSorted((one, other) => one.at - other.at);
  const walls = reachable.map(({ at }) => wallClock(at, timeZone));
  for (const [place, slot] of reachable.entries()) {
    const wall = walls[place];
    if (wall === undefined) continue;
    const isTwice = reachable.some(
      ({ at }, other) =>
        at !== slot.at && walls[other]?.date === wall.date && walls[other].time === wall.time,
    );
    const offset = isTwice ? offsetName(slot.at, timeZone) : null;
    dates.set(wall.date, [...(dates.get(wall.date) ?? []), { ...slot, offset }]);
  }

  return [...dates]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, times]) => ({
      date,
      noon: noonOf(date, timeZone),
      times: times.toSorted((one, other) => one.at - other.at),
      free: times.filter(({ capacity }) => capacity > 0).length,
    }));
}
