import type { SlotTime } from './slotDays.ts';
import { wallClock } from './zone.ts';

const PARTS = ['morning', 'afternoon', 'evening'] as const;
type Part = (typeof PARTS)[number];

/** The times of a day by the part of it, as far as there are any: five-minute slots are too many for one list. */
export function partsOfDay(
  times: readonly SlotTime[],
  timeZone: string,
): readonly Readonly<{ part: Part; times: readonly SlotTime[] }>[] {
  return PARTS.map((part) => ({
    part,
    times: times.filter(({ at }) => partAt(wallClock(at, timeZone).time) === part),
  })).filter((group) => group.times.length > 0);
}

/** `10:30` */
function partAt(time: string): Part {
  if (time < '12:00') return 'morning';
  return time < '18:00' ? 'afternoon' : 'evening';
}
