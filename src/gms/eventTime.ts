const YEAR_2000 = Date.UTC(2000, 0);
const YEAR_2100 = Date.UTC(2100, 0);

/** A server's time in ms since the epoch; null when it is absent or absurd. Source: reliability.md F36. */
export function eventTime(ms: unknown): number | null {
  return typeof ms === 'number' && ms >= YEAR_2000 && ms < YEAR_2100 ? ms : null;
}
