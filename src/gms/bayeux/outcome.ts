import type { Failure } from '../../session/failure.ts';
import { ChatError } from '../../session/failure.ts';
import type { Clock } from '../../session/ports.ts';
import { withDeadline } from '../deadline.ts';

/** What becomes of something published: a server tells it, if at all, by a message of its own. */
export type Outcome<Value> = Readonly<{
  isAwaited(): boolean;
  settle(value: Value): void;
  refuse(failure: Failure): void;
  /** Publishes, and waits `ms` at the most. @throws ChatError */
  after(publish: () => Promise<void>, ms: number, signal: AbortSignal): Promise<Value>;
}>;

/** One is awaited at a time. */
export function createOutcome<Value>(clock: Clock): Outcome<Value> {
  type Waiting = Readonly<{ resolve: (value: Value) => void; reject: (reason: ChatError) => void }>;
  let waiting: Waiting | null = null;

  /** Whatever is told next, in the same breath even, is about something else. */
  function take(): Waiting | null {
    const taken = waiting;
    waiting = null;
    return taken;
  }

  return {
    isAwaited: () => waiting !== null,
    settle: (value) => take()?.resolve(value),
    refuse: (failure) => take()?.reject(new ChatError(failure)),
    async after(publish, ms, signal) {
      // awaited from the first moment: what is published may be answered before it is acknowledged
      const told = new Promise<Value>((resolve, reject) => {
        waiting = { resolve, reject };
      });
      const mine = waiting;
      try {
        return await withDeadline(clock, ms, signal, async () => {
          const published = publish();
          published.catch(() => undefined);
          // a refusal may come first, and an acknowledgement alone settles nothing
          return Promise.race([told, published.then(() => told)]);
        });
      } finally {
        if (waiting === mine) waiting = null;
      }
    },
  };
}
