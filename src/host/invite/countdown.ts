/** Time as it passes for the invitation, given to it so that a test can let it pass. */
export type InviteClock = Readonly<{
  /** milliseconds, from anywhere */
  now(): number;
  /** Calls `then` after so many milliseconds; the answer calls it off. */
  after(ms: number, then: () => void): () => void;
}>;

export type Countdown = Readonly<{ run(): void; pause(): void }>;

/** Counts only while it runs: what is being read does not go away. */
export function createCountdown(clock: InviteClock, ms: number, onEnd: () => void): Countdown {
  let left = ms;
  let since = 0;
  let callOff: (() => void) | null = null;
  return {
    run() {
      if (callOff) return;
      since = clock.now();
      callOff = clock.after(left, onEnd);
    },
    pause() {
      if (!callOff) return;
      callOff();
      callOff = null;
      left = Math.max(0, left - (clock.now() - since));
    },
  };
}

export const pageClock: InviteClock = {
  now: () => performance.now(),
  after(ms, then) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};
