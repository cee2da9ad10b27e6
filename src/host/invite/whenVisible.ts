import type { InviteClock } from './countdown.ts';

/** Nobody who comes back after that long wants to be asked first. */
const LONGEST_MS = 60_000;

/** True as soon as somebody can see the page, false when that takes too long. */
export function whenVisible(document: Document, clock: InviteClock): Promise<boolean> {
  const isVisible = (): boolean => document.visibilityState !== 'hidden';
  if (isVisible()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const listening = new AbortController();
    const callOff = clock.after(LONGEST_MS, () => settle(false));
    document.addEventListener('visibilitychange', () => isVisible() && settle(true), {
      signal: listening.signal,
    });

    function settle(answer: boolean): void {
      callOff();
      listening.abort();
      resolve(answer);
    }
  });
}
