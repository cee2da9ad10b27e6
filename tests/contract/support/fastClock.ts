import { browserClock } from '../../../src/platform/browserClock.ts';
import type { Clock } from '../../../src/session/ports.ts';

/** A clock that goes `speed` times as fast: thirty seconds are too long for a test. */
export function createFastClock(speed: number): Clock {
  const start = browserClock.now();
  return {
    now: () => start + (browserClock.now() - start) * speed,
    sleep: (ms, signal) => browserClock.sleep(ms / speed, signal),
  };
}
