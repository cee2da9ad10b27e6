import { isSameText } from './isSameText.ts';
import type { Failure } from './failure.ts';
import type { MessageEntry } from './transcript.ts';

/**
 * Messages of the visitor that the transcript has not confirmed yet, in the order they were typed.
 * One is under way at a time; one whose fate is unknown is looked for in the transcript and never sent
 * again by itself, because the server cannot recognise a repetition. Source: reliability.md §3.
 */
export type OutboxItem = Readonly<{
  key: string;
  text: string;
  /** index of the rich message that it answers */
  answers?: number;
  /** when the visitor sent it */
  at: number;
  state: OutboxState;
  /** how often it has left */
  attempts: number;
  /** its echo can only come after this: what had been read when it last left, or an own message since; null before it left */
  baseline: number | null;
  /** the server took it, and the echo is still to come */
  isAccepted: boolean;
  /** when its fate became unknown */
  doubtedAt: number | null;
  /** good answers without an echo since it was accepted or its fate became unknown */
  goodRefreshes: number;
  /** the server asked not to be sent it again before this; null when it may go at once */
  notBefore: number | null;
  /** why it was refused */
  failure: Failure | null;
}>;

export type OutboxState = 'queued' | 'sending' | 'checking' | 'sent' | 'undelivered' | 'rejected';
export type Outbox = readonly OutboxItem[];

/** A message is only called undelivered after this many good answers without it … */
const REFRESHES_TO_DISPROVE = 2;
/** … of which the last came this long after its fate became unknown. */
const DOUBT_MS = 10_000;
/** An accepted message without an echo after this many good answers is called sent all the same. */
const REFRESHES_TO_TRUST = 3;

export function newItem(key: string, text: string, at: number, answers?: number): OutboxItem {
  return {
    key,
    text,
    ...(answers && { answers }),
    at,
    state: 'queued',
    attempts: 0,
    baseline: null,
    isAccepted: false,
    doubtedAt: null,
    goodRefreshes: 0,
    notBefore: null,
    failure: null,
  };
}

export function change(outbox: Outbox, key: string, changes: Partial<OutboxItem>): Outbox {
  return outbox.map((item) => (item.key === key ? { ...item, ...changes } : item));
}

export function keysOf(outbox: Outbox): readonly string[] {
  return outbox.map(({ key }) => key);
}

export function without(outbox: Outbox, key: string): Outbox {
  return outbox.filter((item) => item.key !== key);
}

/** The next message that may leave; null while one is under way or one before it needs the visitor. */
export function nextToSend(outbox: Outbox, at: number): OutboxItem | null {
  for (const item of outbox) {
    if (item.state === 'queued') return at < (item.notBefore ?? 0) ? null : item;
    const isSettled = item.state === 'sent' || (item.state === 'sending' && item.isAccepted);
    if (!isSettled) return null;
  }
  return null;
}

export function dispatched(outbox: Outbox, { key, attempts }: OutboxItem, position: number): Outbox {
  return change(outbox, key, {
    state: 'sending',
    attempts: attempts + 1,
    baseline: position,
    isAccepted: false,
    goodRefreshes: 0,
    notBefore: null,
    failure: null,
  });
}

export function doubted(outbox: Outbox, key: string, at: number): Outbox {
  return change(outbox, key, { state: 'checking', doubtedAt: at, goodRefreshes: 0 });
}

type Claim = Readonly<{ item: OutboxItem; outbox: Outbox }>;

/**
 * Finds the message that an own entry of the transcript is the echo of, by its text, and takes it out of the outbox.
 * A late echo always wins, also over "undelivered".
 */
export function claimByText(outbox: Outbox, entry: MessageEntry): Claim | null {
  return claim(
    outbox,
    candidatesFor(outbox, entry).find((item) => isSameText(item.text, entry.text)),
  );
}

/** One goes after the other: the oldest that may have arrived is meant even if the server altered its text. */
export function claimInOrder(outbox: Outbox, entry: MessageEntry): Claim | null {
  return claim(
    outbox,
    candidatesFor(outbox, entry).find(({ state }) => ARRIVING.has(state)),
  );
}

const ARRIVING: ReadonlySet<OutboxState> = new Set(['sending', 'checking', 'sent']);

function candidatesFor(outbox: Outbox, entry: MessageEntry): Outbox {
  return outbox.filter(
    ({ baseline }) => baseline !== null && (entry.index === null || entry.index > baseline),
  );
}

/**
 * An own message was read here, and these were not it: each goes after the one before, so their echoes come later.
 * A reload reads everything again and must not take that message for the echo of the next.
 */
export function lookBehind(outbox: Outbox, index: number | null): Outbox {
  if (index === null) return outbox;
  return outbox.map((item) =>
    item.baseline !== null && item.baseline < index ? { ...item, baseline: index } : item,
  );
}

function claim(outbox: Outbox, item: OutboxItem | undefined): Claim | null {
  return item ? { item, outbox: without(outbox, item.key) } : null;
}

/** Another good answer came and these messages were not in it. */
export function afterGoodRefresh(outbox: Outbox, at: number): Outbox {
  if (!outbox.some((item) => item.state === 'checking' || item.state === 'sending')) return outbox;
  return outbox.map((item) => {
    const goodRefreshes = item.goodRefreshes + 1;
    if (item.state === 'checking') {
      const isDisproved = goodRefreshes >= REFRESHES_TO_DISPROVE && at - (item.doubtedAt ?? at) >= DOUBT_MS;
      return { ...item, goodRefreshes, state: isDisproved ? 'undelivered' : 'checking' };
    }
    if (item.state !== 'sending' || !item.isAccepted) return item;
    return { ...item, goodRefreshes, state: goodRefreshes >= REFRESHES_TO_TRUST ? 'sent' : 'sending' };
  });
}

/** The chat is over: what the server took was sent, what never left was not delivered, the rest nobody knows. */
export function atTheEnd(outbox: Outbox): Outbox {
  return outbox.map((item) => {
    if (item.isAccepted) return { ...item, state: 'sent' };
    return item.state === 'queued' ? { ...item, state: 'undelivered' } : item;
  });
}

/** After a reload: nobody knows what became of a message that was under way. */
export function afterReload(outbox: Outbox, at: number): Outbox {
  return outbox.map((item) =>
    item.state === 'sending' || item.state === 'checking'
      ? { ...item, state: 'checking', doubtedAt: at, goodRefreshes: 0 }
      : item,
  );
}
