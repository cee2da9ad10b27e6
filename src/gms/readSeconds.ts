import { readCount } from './readCount.ts';

/**
 * A time in seconds, as a number or as text, fractions of which are rounded up; null for anything else, -1 for
 * "unknown" included.
 */
export function readSeconds(value: unknown): number | null {
  const seconds = typeof value === 'string' && /^\d{1,10}(\.\d*)?$/.test(value) ? Number(value) : value;
  return typeof seconds === 'number' && seconds >= 0 ? (readCount(Math.ceil(seconds)) ?? null) : null;
}
