import { steadyTime } from '../lib/steadyTime.ts';
import type { Clock } from '../session/ports.ts';

/** The page's clock: it never jumps back when somebody sets the device's time, and knows that time passed in sleep. */
export const browserClock: Clock = {
  now: steadyTime,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const giveUp = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      }, ms);
      signal.addEventListener('abort', giveUp, { once: true });
    }),
};
