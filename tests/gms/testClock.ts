import type { Clock } from '../../src/session/ports.ts';

export type TestClock = Clock &
  Readonly<{
    /** Lets time pass and everything that waits for it run. */
    advance(ms: number): Promise<void>;
    /** ms of every sleep that was ever asked for */
    asked: readonly number[];
    /** how many sleeps are under way */
    sleepers(): number;
  }>;

/** Time stands still until it is told to pass. */
export function createTestClock(start = Date.UTC(2026, 0, 2, 12)): TestClock {
  let now = start;
  const asked: number[] = [];
  const sleeping = new Map<() => void, number>();
  return {
    asked,
    now: () => now,
    sleepers: () => sleeping.size,
    sleep(ms, signal) {
      asked.push(ms);
      return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        sleeping.set(resolve, now + ms);
        signal.addEventListener('abort', () => {
          sleeping.delete(resolve);
          reject(signal.reason);
        });
      });
    },
    async advance(ms) {
      now += ms;
      for (const [wake, at] of sleeping) {
        if (at > now) continue;
        sleeping.delete(wake);
        wake();
      }
      await settled();
    },
  };
}

/** Everything that needs no time has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
