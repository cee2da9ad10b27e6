import type { ChatEvent, Role } from './chatEvent.ts';
import type { Outbox } from './outbox.ts';
import { claimInOrder, claimByText, lookBehind } from './delivery.ts';
import { entryOf, isNoticed } from './entryOf.ts';
import { foldCopy } from './foldCopy.ts';
import type { Pages } from './pages.ts';
import type { Entry, MessageEntry } from './transcript.ts';
import { hasIndex, insertEntry, isSameEntry } from './transcript.ts';

export type Participant = Readonly<{
  id: string;
  role: Role;
  /** may be empty */
  name: string;
  isPresent: boolean;
  /** clock time of the last sign of typing; null when not typing */
  typingSince: number | null;
}>;

export type Participants = Readonly<Record<string, Participant>>;

/** What the server has told: who is here, what was said, and how far we have read. */
export type Conversation = Readonly<{
  participants: Participants;
  entries: readonly Entry[];
  /** what is asked for comes after this index: the highest known, or where a gap begins; 0 when nothing has been read */
  position: number;
  /** highest index known */
  newest: number;
  /** what may have been missed between `position` and `before`, and how often it was asked for in vain */
  gap: Readonly<{ before: number; tries: number }> | null;
  /** the server counts anew: how far it had come before, until everything has been read again */
  recountFrom: number | null;
  /** what the server says of its count is not believed any more */
  isCountDoubted: boolean;
  /** messages that the visitor gave up after they had left: they may still turn up */
  withdrawn: Outbox;
  /** somebody else writes as this visitor, in a window that we cannot know of */
  isShared: boolean;
  /** a warning that the chat closes for inactivity, until somebody writes */
  idle: Readonly<{ text: string; closesAt: number | null }> | null;
  wasClosedForIdleness: boolean;
  /** of a chat that is read backwards; absent where it is read as a whole */
  pages?: Pages;
}>;

/** Whoever leaps further than this has lost the count: believing it would end all reading. */
const LONGEST_LEAP = 100_000;

/**
 * Folds the events of one answer. What has been seen already changes nothing, however often, late or
 * out of order it comes: the index decides, never the time. Own messages claim their place in the outbox.
 * `isFollowing`: the line was good when it was asked for, so nothing of ours went on without us.
 */
export function applyEvents(
  conversation: Conversation,
  outbox: Outbox,
  events: readonly ChatEvent[],
  now: number,
  isFollowing = true,
): readonly [Conversation, Outbox] {
  if (events.length === 0) return [conversation, outbox];
  // one copy for the whole answer, which may hold ten thousand rows
  const next = { ...conversation, entries: [...conversation.entries] };
  let waiting = outbox;
  for (const event of inOrder(events.map((each) => believed(each, conversation.newest)))) {
    const isKnown = event.index !== null && event.index <= next.newest;
    if (isKnown && hasIndex(next.entries, event.index)) continue;
    waiting = addEntry(next, waiting, event, isFollowing && conversation.newest > 0);
    if (isKnown) continue;
    next.participants = withParticipant(next.participants, event, now);
    next.newest = event.index ?? next.newest;
    next.idle = idleAfter(next.idle, event, now);
    next.wasClosedForIdleness ||= event.type === 'idleClosed';
  }
  return [{ ...next, position: next.newest }, waiting];
}

function believed(event: ChatEvent, newest: number): ChatEvent {
  return event.index !== null && event.index > newest + LONGEST_LEAP ? { ...event, index: null } : event;
}

/** Since when the one who types longest has been typing; null when nobody is. */
export function typingSince(conversation: Conversation): number | null {
  const times = Object.values(conversation.participants).flatMap((person) => person.typingSince ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

/** Nobody is believed to type for ever. */
export function withoutTyping(conversation: Conversation, before: number): Conversation {
  const participants = Object.fromEntries(
    Object.entries(conversation.participants).map(([id, person]) => [
      id,
      person.typingSince !== null && person.typingSince <= before ? { ...person, typingSince: null } : person,
    ]),
  );
  return { ...conversation, participants };
}

/** By index; an event without one keeps its place behind the one it came after. */
function inOrder(events: readonly ChatEvent[]): readonly ChatEvent[] {
  let last = 0;
  return events
    .map((event) => ({ event, order: (last = event.index ?? last) }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ event }) => event);
}

type Writable = Pick<Conversation, 'participants' | 'recountFrom' | 'withdrawn' | 'isShared'> & {
  entries: Entry[];
  withdrawn: Outbox;
  isShared: boolean;
};

function addEntry(conversation: Writable, outbox: Outbox, event: ChatEvent, isFollowing: boolean): Outbox {
  const { entries } = conversation;
  if (event.type === 'fileRemoved') removeFile(entries, event.fileId);
  const entry = entryOf(event, conversation.participants, entries.length);
  if (entry === null || isRepeated(entries, entry)) return outbox;
  const isKnown = conversation.recountFrom !== null && isFoundAgain(entries, entry);
  if (entry.kind === 'message' && entry.role === 'me') {
    const waiting = isKnown ? outbox : addOwn(conversation, outbox, entry, isFollowing);
    return lookBehind(waiting, entry.index);
  }
  if (!isKnown) insertEntry(entries, entry);
  return outbox;
}

/** A message of ours is the echo of one that waits for it, or of one that was given up, or a copy; or not from here. */
function addOwn(conversation: Writable, outbox: Outbox, entry: MessageEntry, isFollowing: boolean): Outbox {
  const { entries, withdrawn, isShared } = conversation;
  const late = claimByText(outbox, entry) === null ? claimByText(withdrawn, entry) : null;
  const byText = late ?? claimByText(outbox, entry);
  if (byText === null && foldCopy(entries, entry, isShared)) return outbox;
  const claim = byText ?? (isShared ? null : claimInOrder(outbox, entry));
  if (claim === null) {
    conversation.isShared ||= isFollowing && entry.index !== null;
    insertEntry(entries, entry);
    return outbox;
  }
  const { key, attempts, answers } = claim.item;
  insertEntry(entries, { ...entry, ...(answers && { answers }), key, copiesDue: attempts - 1 });
  if (late === null) return claim.outbox;
  conversation.withdrawn = claim.outbox;
  return outbox;
}

/** Its card stays where it is: what was said about it would otherwise be about nothing. */
function removeFile(entries: Entry[], fileId: string): void {
  const place = entries.findIndex((entry) => entry.kind === 'file' && entry.fileId === fileId);
  const entry = entries[place];
  if (entry?.kind === 'file') entries[place] = { ...entry, isRemoved: true };
}

/** A server that numbers nothing sends everything again each time: the same at the same time is the same. */
function isRepeated(entries: readonly Entry[], entry: Entry): boolean {
  return entry.index === null && entries.some((known) => known.index === null && isSameEntry(known, entry));
}

/** What was known under another number keeps its place and its key. */
function isFoundAgain(entries: Entry[], entry: Entry): boolean {
  const place = entries.findIndex((known) => known.index === null && isSameEntry(known, entry));
  const known = entries[place];
  if (known === undefined) return false;
  entries[place] = { ...known, index: entry.index };
  return true;
}

function withParticipant(participants: Participants, event: ChatEvent, now: number): Participants {
  const known = participants[event.from.id];
  const next: Participant = {
    ...event.from,
    name: event.from.name === '' ? (known?.name ?? '') : event.from.name,
    isPresent: event.type === 'joined' || (event.type !== 'left' && (known?.isPresent ?? true)),
    typingSince: event.type === 'typingStarted' && isNoticed(event.from) ? now : null,
  };
  const isSame =
    known?.name === next.name && known.isPresent === next.isPresent && known.typingSince === next.typingSince;
  return isSame ? participants : { ...participants, [next.id]: next };
}

function idleAfter(idle: Conversation['idle'], event: ChatEvent, now: number): Conversation['idle'] {
  if (event.type === 'idleWarned') {
    return { text: event.text, closesAt: event.secondsLeft === null ? null : now + event.secondsLeft * 1000 };
  }
  return event.type === 'said' ? null : idle;
}
