import { ChatError } from '../session/failure.ts';
import type { Clock } from '../session/ports.ts';

/**
 * Runs `work` until it is done, until `ms` have passed (`ChatError` `timeout`), or until the caller gives up
 * (the reason of its signal). In the last two cases the signal that the work was given aborts as well.
 */
export async function withDeadline<Result>(
  clock: Clock,
  ms: number,
  caller: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  caller.throwIfAborted();
  const running = new AbortController();
  const waiting = new AbortController();
  const giveUp = (): void => running.abort(caller.reason);
  // does not count on the work to notice: a body that trickles may not
  const stopped = new Promise<never>((_, reject) => {
    running.signal.addEventListener('abort', () => reject(running.signal.reason), { once: true });
  });
  caller.addEventListener('abort', giveUp, { once: true });
  clock.sleep(ms, waiting.signal).then(
    () => running.abort(new ChatError({ kind: 'timeout' })),
    () => undefined,
  );
  try {
    return await Promise.race([work(running.signal), stopped]);
  } finally {
    caller.removeEventListener('abort', giveUp);
    waiting.abort();
  }
}
