import type { InviteClock } from './countdown.ts';

/** Nobody who comes back after that long wants to be asked first. */
const LONGEST_MS = 60_000;

/** Calls `then` with true as soon as somebody can see the page, at once if so; with false when that takes too long. */
export function whenVisible(
  document: Document,
  clock: InviteClock,
  then: (isVisible: boolean) => void,
): void {
  const isVisible = (): boolean => document.visibilityState !== 'hidden';
  if (isVisible()) return then(true);
  const listening = new AbortController();
  const callOff = clock.after(LONGEST_MS, () => settle(false));
  document.addEventListener('visibilitychange', () => isVisible() && settle(true), {
    signal: listening.signal,
  });

  function settle(answer: boolean): void {
    callOff();
    listening.abort();
    then(answer);
  }
}
