import { isJsonObject } from '../jsonObject.ts';

/** What a Bayeux server wants its client to do next, as far as we follow it. */
export type BayeuxAdvice = Readonly<{
  reconnect: 'retry' | 'handshake' | 'none';
  /** ms to wait before the next request */
  interval: number;
  /** ms that the server holds a request */
  timeout: number;
}>;

const DEFAULT_TIMEOUT_MS = 30_000;
const LONGEST_MS = 60_000;
/** Browsers with several windows on one server are told to ask in turns; some servers forget to say how often. */
const SHARED_INTERVAL_MS = 2_000;

/**
 * Reads advice. What cannot be read is what servers say when all is well; `hosts` are not followed, because the one
 * server we talk to is that of the configuration. Source: reliability.md §4.5, deps.md §3.3.
 */
export function readBayeuxAdvice(value: unknown): BayeuxAdvice {
  const advice = isJsonObject(value) ? value : {};
  const { reconnect } = advice;
  const shortest = advice['multiple-clients'] === true ? SHARED_INTERVAL_MS : 0;
  return {
    reconnect: reconnect === 'handshake' || reconnect === 'none' ? reconnect : 'retry',
    interval: Math.max(shortest, durationOf(advice['interval']) ?? 0),
    timeout: durationOf(advice['timeout']) ?? DEFAULT_TIMEOUT_MS,
  };
}

/** Negative durations are said by servers that have none to give. */
function durationOf(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 ? Math.min(value, LONGEST_MS) : null;
}
