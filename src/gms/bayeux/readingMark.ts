import type { ChatEvent } from '../../session/chatEvent.ts';

/** How far a transcript has been read without a gap, when parts of it are pushed and may get lost on the way. */
export type ReadingMark = Readonly<{
  /** Everything up to here has been read; 0 for nothing. */
  at(): number;
  /**
   * Where to ask from, for a session that has read up to `position`. It knows less about gaps, so only its first word
   * counts; but when it goes back it has found that the server counts anew, and what was known under the old numbers
   * counts no more.
   */
  from(position: number): number;
  /** Whether a server that has events up to `last` has fewer than were known when it was asked. */
  isBehind(last: number): boolean;
  /** Something was told. False when something before it is missing, and has to be asked for. */
  told(events: readonly ChatEvent[]): boolean;
  /** An answer to a question for all that comes after the mark. */
  answered(events: readonly ChatEvent[]): void;
  /** Those that have not been handed on: what is pushed may be in an answer too. */
  fresh(events: readonly ChatEvent[]): readonly ChatEvent[];
}>;

/**
 * What is pushed begins behind the mark, or something may be missing: events can get lost, or overtake each other, and
 * the server may keep events to itself, which leaves a hole for good. What raised the suspicion comes again only in an
 * answer that was asked for from the mark on: what that leaves out does not exist for us.
 * Source: protocol/gms-chat.md §3.4, reliability.md F18, F19.
 */
export function createReadingMark(): ReadingMark {
  const seen = new Set<number>();
  let mark: number | null = null;
  let suspect: number | null = null;
  let known = 0;
  let askedFrom = 0;

  function advance(indexes: readonly number[]): void {
    mark = Math.max(mark ?? 0, ...indexes);
    suspect = null;
  }

  return {
    at: () => mark ?? 0,
    from(position) {
      if (position < known) {
        seen.clear();
        suspect = null;
        mark = position;
      }
      known = position;
      mark ??= position;
      askedFrom = mark;
      return mark;
    },
    isBehind: (last) => last < askedFrom,
    told(events) {
      const indexes = indexesOf(events);
      if (indexes.length === 0) return true;
      const first = Math.min(...indexes);
      const isProven = suspect !== null && indexes.includes(suspect);
      if (first > (mark ?? 0) + 1 && !isProven) {
        suspect ??= first;
        return false;
      }
      advance(indexes);
      return true;
    },
    answered: (events) => advance(indexesOf(events)),
    fresh(events) {
      const unseen = events.filter(({ index }) => index === null || !seen.has(index));
      for (const index of indexesOf(unseen)) seen.add(index);
      return unseen;
    },
  };
}

function indexesOf(events: readonly ChatEvent[]): readonly number[] {
  return events.flatMap((event) => event.index ?? []);
}
