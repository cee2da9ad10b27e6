import type { SimClock } from '../../src/simulator/gms.ts';

/** A clock that stands still until it is told to go on; sleepers wake when it passes them. */
export function createTestClock(start = Date.UTC(2026, 0, 2, 12)): SimClock & { advance(ms: number): void } {
  let now = start;
  const sleepers: { until: number; wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms) => new Promise((wake) => sleepers.push({ until: now + ms, wake })),
    advance(ms) {
      now += ms;
      for (const { until, wake } of sleepers) if (until <= now) wake();
    },
  };
}
