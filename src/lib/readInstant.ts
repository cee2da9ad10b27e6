/** A time as servers name it: UTC, whether it says so or not. Source: protocol/gms-callback.md §1.4. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*(Z|[+-]\d\d:?\d\d)?$/;

/** ms since the epoch; null when it is no time. */
export function readInstant(text: string): number | null {
  const [time, zone] = TIME.exec(text) ?? [];
  const at = time === undefined ? Number.NaN : Date.parse(zone === undefined ? `${time}Z` : time);
  return Number.isNaN(at) ? null : at;
}
