import type { Clock } from '../session/ports.ts';

/** Between two attempts, doubling: a file beside the page, which a bad line or a new version has withheld. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 16_000;

/** For whom an answer lies unread: loads until it comes, or `signal` aborts. `onUnread`: it did not come so far. */
export async function insist<Part>(
  load: () => Promise<Part>,
  clock: Clock,
  signal: AbortSignal,
  onUnread?: () => void,
): Promise<Part> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await load();
    } catch {
      onUnread?.();
      await clock.sleep(pause, signal);
    }
  }
}
