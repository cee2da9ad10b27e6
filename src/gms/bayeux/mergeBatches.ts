import type { Batch } from '../../session/ports.ts';
import type { ReadingMark } from './readingMark.ts';

/** What arrived by itself, waiting to be read in between. */
export type Inbox = Readonly<{
  put(batch: Batch): void;
  take(): Batch | undefined;
  /** Resolves as soon as there is something in it. */
  filled(): Promise<void>;
}>;

export function createInbox(): Inbox {
  const batches: Batch[] = [];
  let ring: (() => void) | null = null;
  return {
    put(batch) {
      batches.push(batch);
      ring?.();
    },
    take: () => batches.shift(),
    filled() {
      if (batches.length > 0) return Promise.resolve();
      return new Promise((resolve) => {
        ring = resolve;
      });
    },
  };
}

/**
 * What is asked for and what arrives by itself, as one stream in which no event comes twice; it ends and fails as
 * `asked` does.
 */
export async function* mergeBatches(
  asked: AsyncIterable<Batch>,
  inbox: Inbox,
  mark: ReadingMark,
): AsyncGenerator<Batch, void> {
  const answers = asked[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<Batch>> => {
    const next = answers.next();
    // its failure is told when its turn has come
    next.catch(() => undefined);
    return next;
  };
  let answer = ask();
  for (;;) {
    const arrived = inbox.take();
    const result = arrived ? null : await Promise.race([answer, inbox.filled()]);
    if (result?.done) return;
    const batch = arrived ?? result?.value;
    if (!batch) continue;
    yield { ...batch, events: mark.fresh(batch.events) };
    if (batch.isEnded) return;
    if (result) answer = ask();
  }
}
