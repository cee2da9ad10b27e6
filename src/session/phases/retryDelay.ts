import type { Failure } from '../failure.ts';

const FIRST_RETRY_MS = 1_000;
/**
 * The server drops a client after 45 s of silence. Ten seconds of time-out and ten of waiting leave two
 * attempts inside that time; the usual cap of 30 or 60 s would lose the chat by itself.
 */
const LONGEST_RETRY_MS = 10_000;

/** How long to wait after so many failures in a row: doubling, half of it random, never less than we were told. */
export function retryDelay(failures: number, jitter: number, failure: Failure): number {
  const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
  return Math.max(failure.retryAfterMs ?? 0, Math.round(delay / 2 + (delay / 2) * jitter));
}
