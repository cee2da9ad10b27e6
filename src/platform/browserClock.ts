import type { Clock } from '../session/ports.ts';

/**
 * The page's clock: when the page began plus the time since. Unlike the wall clock it never jumps
 * when somebody sets the device's time, so no wait of ours grows or shrinks by it.
 */
export const browserClock: Clock = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
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
