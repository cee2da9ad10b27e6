import type { Batch } from '../../session/ports.ts';
import type { ReadingMark } from './readingMark.ts';

/** What arrived by itself, waiting to be read in between. */
export type Inbox = Readonly<{
  put(batch: Batch): void;
  take(): Batch | undefined;
  /** Nobody listens any more: what comes from now on waits. */
  leave(): void;
  /** Whether what is in it may have been waiting for long; the end of the chat is told at once all the same. */
  isStale(): boolean;
  /** Resolves as soon as there is something in it; `anew`: something that is not there yet. */
  filled(anew: boolean): Promise<void>;
}>;

export function createInbox(): Inbox {
  const batches: Batch[] = [];
  let ring: (() => void) | null = null;
  let isLeft = false;
  return {
    put(batch) {
      batches.push(batch);
      ring?.();
    },
    take: () => batches.shift(),
    leave() {
      isLeft = true;
    },
    isStale: () => isLeft && !batches.some(({ isEnded }) => isEnded),
    filled(anew) {
      if (batches.length > 0 && !anew) return Promise.resolve();
      return new Promise((resolve) => {
        ring = resolve;
      });
    },
  };
}

/**
 * What is asked for and what arrives by itself, as one stream in which no event comes twice; it ends and fails as
 * `asked` does. What has been waiting since nobody listened is no sign that the line is good now: it is told with
 * the first that is. Source: reliability.md I2, I8.
 */
export async function* mergeBatches(
  asked: AsyncIterable<Batch>,
  inbox: Inbox,
  mark: ReadingMark,
): AsyncGenerator<Batch, void> {
  const answers = asked[Symbol.asyncIterator]();
  let isLive = !inbox.isStale();

  const ask = (): Promise<IteratorResult<Batch>> => {
    const next = answers.next();
    // its failure is told when its turn has come
    next.catch(() => undefined);
    return next;
  };

  /** An answer that overlaps with what was told meanwhile is no sign that the server counts anew. */
  function unread({ last, ...batch }: Batch): Batch {
    // a page is wished for as a whole: whoever reads it knows what of it was told before
    if (batch.page !== undefined) return { ...batch, ...(last !== undefined && { last }) };
    const isBehind = last !== undefined && mark.isBehind(last);
    return { ...batch, ...(isBehind && { last }), events: mark.fresh(batch.events) };
  }

  let answer = ask();
  try {
    for (;;) {
      const result = await Promise.race([answer, inbox.filled(!isLive)]);
      isLive = true;
      if (result?.done) return;
      for (let batch = inbox.take(); batch; batch = inbox.take()) {
        yield unread(batch);
        if (batch.isEnded) return;
      }
      if (!result) continue;
      yield unread(result.value);
      if (result.value.isEnded && result.value.page === undefined) return;
      answer = ask();
    }
  } finally {
    inbox.leave();
  }
}
