/** The zone the visitor's clock is set to, by its IANA name. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** How far a zone is from UTC at that moment, as people write it: `GMT+1`. */
export function offsetName(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** `Europe/Oslo (GMT+1)`; the offset is the one of that moment. */
export function zoneName(at: number, timeZone: string): string {
  return `${timeZone.replaceAll('_', ' ')} (${offsetName(at, timeZone)})`;
}

export type WallClock = Readonly<{
  /** `2026-11-24` */
  date: string;
  /** `10:30` */
  time: string;
}>;

/** What calendar and clock on the wall say in a zone. Swedish writes dates as ISO does. */
export function wallClock(at: number, timeZone: string): WallClock {
  const [date = '', time = ''] = wallClockFormat(timeZone).format(at).split(' ');
  return { date, time };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for a zone: a week has a thousand slots, and making one takes longer than using it a hundred times. */
function wallClockFormat(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  return format;
}

/** A moment in the middle of a day: noon is never skipped and never comes twice. */
export function noonOf(date: string, timeZone: string): number {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const seen = wallClock(noon, timeZone);
  return noon - (Date.parse(`${seen.date}T${seen.time}:00Z`) - noon);
}

export function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
