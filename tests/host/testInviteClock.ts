import type { InviteClock } from '../../src/host/invite/countdown.ts';

export type TestClock = InviteClock & Readonly<{ pass(ms: number): void }>;

/** Time that passes when a test says so; what falls due is called in order. */
export function testInviteClock(): TestClock {
  let now = 0;
  let due: { at: number; call: () => void }[] = [];
  return {
    now: () => now,
    after(ms, then) {
      const one = { at: now + ms, call: then };
      due = [...due, one].toSorted((a, b) => a.at - b.at);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
    pass(ms) {
      const end = now + ms;
      for (let next = due[0]; next && next.at <= end; next = due[0]) {
        now = next.at;
        due = due.slice(1);
        next.call();
      }
      now = end;
    },
  };
}
