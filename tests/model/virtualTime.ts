/** When a sleeper is due, which may change while it sleeps: a page that is hidden or asleep wakes later. */
type Due = () => number;

export type VirtualTime = Readonly<{
  /** ms since the epoch */
  now(): number;
  /** Resolves once time has come to `due`; rejects with the signal's reason. */
  sleep(due: Due, signal?: AbortSignal): Promise<void>;
  /** Lets time pass, and all that is due meanwhile happen in its order. */
  pass(ms: number): Promise<void>;
}>;

/** Hours in milliseconds: time stands still until it is told to pass. */
export function createVirtualTime(): VirtualTime {
  let now = Date.UTC(2026, 0, 2, 12);
  const sleepers = new Map<() => void, Due>();

  function nextDue(): { wake: () => void; at: number } | null {
    let next: { wake: () => void; at: number } | null = null;
    for (const [wake, due] of sleepers) {
      const at = due();
      if (next === null || at < next.at) next = { wake, at };
    }
    return next;
  }

  return {
    now: () => now,
    sleep: (due, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const giveUp = (): void => {
          sleepers.delete(wake);
          reject(signal?.reason);
        };
        const wake = (): void => {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        };
        sleepers.set(wake, due);
        signal?.addEventListener('abort', giveUp, { once: true });
      }),
    async pass(ms) {
      const end = now + ms;
      await settled();
      for (let next = nextDue(); next && next.at <= end; next = nextDue()) {
        now = Math.max(now, next.at);
        sleepers.delete(next.wake);
        next.wake();
        await settled();
      }
      now = end;
    },
  };
}

/** Everything that needs no time has happened. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
