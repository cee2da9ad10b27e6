import { ChatError } from '../../session/failure.ts';
import type { Clock } from '../../session/ports.ts';

/**
 * A signal that aborts with the caller's, or with `timeout` when nothing has moved for `ms`: an upload may take as
 * long as it goes on. Call `stop` when it is over.
 */
export function stallGuard(clock: Clock, ms: number, caller: AbortSignal) {
  const running = new AbortController();
  const giveUp = (): void => running.abort(caller.reason);
  caller.addEventListener('abort', giveUp, { once: true });
  let waiting = new AbortController();

  function moved(): void {
    waiting.abort();
    waiting = new AbortController();
    clock.sleep(ms, waiting.signal).then(
      () => running.abort(new ChatError({ kind: 'timeout' })),
      () => undefined,
    );
  }

  moved();
  return {
    signal: running.signal,
    moved,
    stop(): void {
      waiting.abort();
      caller.removeEventListener('abort', giveUp);
    },
  };
}
