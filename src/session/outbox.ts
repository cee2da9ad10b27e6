import type { Failure } from './failure.ts';

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

export function without(outbox: Outbox, key: string): Outbox {
  return outbox.filter((item) => item.key !== key);
}

/** The chat is over: what the server took was sent, what never left was not delivered, the rest nobody knows. */
export function atTheEnd(outbox: Outbox): Outbox {
  return outbox.map((item) => {
    if (item.isAccepted) return { ...item, state: 'sent' };
    return item.state === 'queued' ? { ...item, state: 'undelivered' } : item;
  });
}
