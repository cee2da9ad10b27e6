import type { SimClock } from './gms.ts';

/** The machine's own time, for the hosts. Tests bring a clock that they step. */
export const realClock: SimClock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
