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

  const reachable = slots
    .filter((slot) => slot.at > from)
    .map((slot) => ({ slot, wall: wallClock(slot.at, timeZone) }));
  const moments = new Map<string, Set<number>>();
  for (const { slot, wall } of reachable) {
    const shown = `${wall.date} ${wall.time}`;
    moments.set(shown, (moments.get(shown) ?? new Set()).add(slot.at));
  }
  for (const { slot, wall } of reachable) {
    const isTwice = (moments.get(`${wall.date} ${wall.time}`)?.size ?? 0) > 1;
    const times = dates.get(wall.date) ?? [];
    times.push({ ...slot, offset: isTwice ? offsetName(slot.at, timeZone) : null });
    dates.set(wall.date, times);
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
