import type { ChatEvent, Role } from './chatEvent.ts';
import type { Outbox } from './outbox.ts';
import { claimInOrder, claimByText } from './outbox.ts';
import { entryOf } from './entryOf.ts';
import { foldCopy } from './foldCopy.ts';
import type { Entry } from './transcript.ts';
import { hasIndex, insertEntry } from './transcript.ts';

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
  /** highest index known; 0 when nothing has been read */
  position: number;
  /** a warning that the chat closes for inactivity, until somebody writes */
  idle: Readonly<{ text: string; closesAt: number | null }> | null;
  wasClosedForIdleness: boolean;
}>;

export const emptyConversation: Conversation = {
  participants: {},
  entries: [],
  position: 0,
  idle: null,
  wasClosedForIdleness: false,
};

/**
 * Folds the events of one answer. What has been seen already changes nothing, however often, late or
 * out of order it comes: the index decides, never the time. Own messages claim their place in the outbox.
 */
export function applyEvents(
  conversation: Conversation,
  outbox: Outbox,
  events: readonly ChatEvent[],
  now: number,
): readonly [Conversation, Outbox] {
  if (events.length === 0) return [conversation, outbox];
  // one copy for the whole answer, which may hold ten thousand rows
  const next = { ...conversation, entries: [...conversation.entries] };
  let waiting = outbox;
  for (const event of inOrder(events)) {
    const isKnown = event.index !== null && event.index <= next.position;
    if (isKnown && hasIndex(next.entries, event.index)) continue;
    waiting = addEntry(next, waiting, event);
    if (isKnown) continue;
    next.participants = withParticipant(next.participants, event, now);
    next.position = event.index ?? next.position;
    next.idle = idleAfter(next.idle, event, now);
    next.wasClosedForIdleness ||= event.type === 'idleClosed';
  }
  return [next, waiting];
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

function addEntry(
  conversation: { entries: Entry[]; participants: Participants },
  outbox: Outbox,
  event: ChatEvent,
): Outbox {
  const { entries } = conversation;
  if (event.type === 'fileRemoved') removeFile(entries, event.fileId);
  const entry = entryOf(event, conversation.participants, entries.length);
  if (entry === null || isRepeated(entries, entry)) return outbox;
  if (entry.kind !== 'message' || entry.role !== 'me') {
    insertEntry(entries, entry);
    return outbox;
  }
  const byText = claimByText(outbox, entry);
  if (byText === null && foldCopy(entries, entry)) return outbox;
  const claim = byText ?? claimInOrder(outbox, entry);
  insertEntry(entries, claim ? { ...entry, ...claim.own } : entry);
  return claim ? claim.outbox : outbox;
}

/** Its card stays where it is: what was said about it would otherwise be about nothing. */
function removeFile(entries: Entry[], fileId: string): void {
  const place = entries.findIndex((entry) => entry.kind === 'file' && entry.fileId === fileId);
  const entry = entries[place];
  if (entry?.kind === 'file') entries[place] = { ...entry, isRemoved: true };
}

/** A server that numbers nothing sends everything again each time: the same words at the same time are the same. */
function isRepeated(entries: readonly Entry[], entry: Entry): boolean {
  if (entry.kind !== 'message' || entry.index !== null) return false;
  return entries.some(
    (known) =>
      known.kind === 'message' &&
      known.index === null &&
      known.at === entry.at &&
      known.from === entry.from &&
      known.text === entry.text,
  );
}

function withParticipant(participants: Participants, event: ChatEvent, now: number): Participants {
  const known = participants[event.from.id];
  const next: Participant = {
    ...event.from,
    name: event.from.name === '' ? (known?.name ?? '') : event.from.name,
    isPresent: event.type === 'joined' || (event.type !== 'left' && (known?.isPresent ?? true)),
    typingSince: event.type === 'typingStarted' && event.from.role !== 'me' ? now : null,
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
