import type { TimerName } from './event.ts';
import type { Clock } from './ports.ts';

/** The timers of a session: each runs at most once at a time, and arming it again puts it off. */
export type Timers = Readonly<{
  set(timer: TimerName, ms: number, fired: () => void): void;
  clear(names: Iterable<TimerName>): void;
  clearAll(): void;
}>;

export function createTimers(clock: Clock): Timers {
  const running = new Map<TimerName, AbortController>();

  function clear(names: Iterable<TimerName>): void {
    for (const name of names) {
      running.get(name)?.abort();
      running.delete(name);
    }
  }

  return {
    set(timer, ms, fired) {
      clear([timer]);
      const controller = new AbortController();
      running.set(timer, controller);
      clock.sleep(ms, controller.signal).then(
        () => {
          running.delete(timer);
          fired();
        },
        () => undefined,
      );
    },
    clear,
    clearAll: () => clear([...running.keys()]),
  };
}
