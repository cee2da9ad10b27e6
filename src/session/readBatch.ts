import type { ChatEvent } from './chatEvent.ts';
import type { Conversation } from './conversation.ts';
import { applyEvents } from './conversation.ts';
import type { Outbox } from './outbox.ts';
import type { Batch } from './ports.ts';
import type { Entry, NoticeEntry } from './transcript.ts';

/** What is missing is asked for so often before it is said to be lost. */
const TRIES = 3;

type Reading = Readonly<{
  conversation: Conversation;
  outbox: Outbox;
  /** there is more to be had: ask at once */
  isIncomplete: boolean;
}>;

/**
 * Reads one answer, and sees whether it goes on where the last one ended. `isFollowing`: the line was good all along.
 * On a good line a hole in the numbers is the server's own (what agents say among themselves has numbers as well);
 * after an outage it may be ours, is asked for again, and is marked when it stays. A server that counts anew is read
 * again from the start. Source: reliability.md F18, F19, gms-chat.md TV-09.
 */
export function readBatch(
  before: Conversation,
  outbox: Outbox,
  batch: Batch,
  now: number,
  isFollowing: boolean,
): Reading {
  if (isRewound(before, batch)) return { ...rewound(before, outbox), isIncomplete: !batch.isEnded };
  const [read, waiting] = applyEvents(before, outbox, batch.events, now, isFollowing);
  const conversation = withGap(before, recounted(before, read), batch, isFollowing);
  return { conversation, outbox: waiting, isIncomplete: conversation.gap !== null };
}

function isRewound(before: Conversation, { events, last }: Batch): boolean {
  if (last === undefined || before.isCountDoubted || before.recountFrom !== null) return false;
  return last < before.newest && !events.some(({ index }) => index !== null && index > before.newest);
}

/** Nothing that was shown disappears: it waits, without a number, to be found again. */
function rewound(before: Conversation, outbox: Outbox): Pick<Reading, 'conversation' | 'outbox'> {
  const entries = before.entries.map((entry, place): Entry => {
    const key = entry.key.startsWith('index-') ? `was-${place}-${entry.key}` : entry.key;
    return entry.kind === 'message'
      ? { ...entry, key, index: null, copies: [] }
      : { ...entry, key, index: null };
  });
  return {
    conversation: { ...before, entries, position: 0, newest: 0, gap: null, recountFrom: before.newest },
    outbox: outbox.map((item) => (item.baseline === null ? item : { ...item, baseline: 0 })),
  };
}

/** A server whose events go as far as before did not count anew: its word on that counts no more. */
function recounted(before: Conversation, read: Conversation): Conversation {
  if (before.recountFrom === null) return read;
  return { ...read, recountFrom: null, isCountDoubted: read.newest >= before.recountFrom };
}

function withGap(
  before: Conversation,
  read: Conversation,
  { events, isEnded }: Batch,
  isFollowing: boolean,
): Conversation {
  const gap = before.gap ?? (isFollowing ? null : gapAfter(before, events));
  if (gap === null) return read;
  const isFilled = events.some(
    ({ index }) => index !== null && index > before.position && index < gap.before,
  );
  if (isFilled) return { ...read, gap: null };
  const tries = before.gap === null ? 0 : gap.tries + 1;
  if (tries < TRIES && !isEnded) return { ...read, position: before.position, gap: { ...gap, tries } };
  return { ...read, gap: null, entries: withMark(read.entries, before.position) };
}

function gapAfter({ position }: Conversation, events: readonly ChatEvent[]): Conversation['gap'] {
  const indexes = events.flatMap(({ index }) => (index !== null && index > position ? [index] : []));
  const before = Math.min(...indexes);
  return position > 0 && indexes.length > 0 && before > position + 1 ? { before, tries: 0 } : null;
}

function withMark(entries: readonly Entry[], after: number): readonly Entry[] {
  const mark: NoticeEntry = {
    kind: 'notice',
    key: `gap-${after}`,
    index: null,
    at: null,
    from: '',
    notice: { type: 'gap' },
  };
  const place = entries.findLastIndex(({ index }) => index !== null && index <= after) + 1;
  return entries.toSpliced(place, 0, mark);
}
