import { isSameText } from './isSameText.ts';
import type { Outbox, OutboxItem, OutboxState } from './outbox.ts';
import { change, without } from './outbox.ts';
import type { MessageEntry } from './transcript.ts';

/** A message is only called undelivered after this many good answers without it … */
const REFRESHES_TO_DISPROVE = 2;
/** … of which the last came this long after its fate became unknown. */
const DOUBT_MS = 10_000;
/** An accepted message without an echo after this many good answers is called sent all the same. */
const REFRESHES_TO_TRUST = 3;

export function keysOf(outbox: Outbox): readonly string[] {
  return outbox.map(({ key }) => key);
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

/** After a reload: nobody knows what became of a message that was under way. */
export function afterReload(outbox: Outbox, at: number): Outbox {
  return outbox.map((item) =>
    item.state === 'sending' || item.state === 'checking'
      ? { ...item, state: 'checking', doubtedAt: at, goodRefreshes: 0 }
      : item,
  );
}
