import type { Failure } from '../failure.ts';

const FIRST_RETRY_MS = 1_000;
/**
 * The server drops a client after 45 s of silence. Ten seconds of time-out and ten of waiting leave two
 * attempts inside that time; the usual cap of 30 or 60 s would lose the chat by itself.
 */
const LONGEST_RETRY_MS = 10_000;
/** After this much silence the chat has most likely been dropped, and what counts is to spare a server in trouble. */
const LONG_SILENCE_MS = 60_000;
const LONGEST_LATE_RETRY_MS = 30_000;

/**
 * How long to wait after so many failures in a row, `silence` ms after the last good answer: doubling, half of it
 * random, never less than we were told.
 */
export function retryDelay(failures: number, jitter: number, failure: Failure, silence = 0): number {
  const longest = silence < LONG_SILENCE_MS ? LONGEST_RETRY_MS : LONGEST_LATE_RETRY_MS;
  const delay = Math.min(longest, FIRST_RETRY_MS * 2 ** (failures - 1));
  return Math.max(failure.retryAfterMs ?? 0, Math.round(delay / 2 + (delay / 2) * jitter));
}
