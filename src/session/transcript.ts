import type { Role } from './chatEvent.ts';
import type { RichContent } from './richContent.ts';

/** A line between messages. */
export type Notice =
  | Readonly<{ type: 'joined' | 'left'; role: Role }>
  | Readonly<{ type: 'renamed'; before: string; after: string }>
  | Readonly<{ type: 'told'; text: string }>
  /** messages were lost between us and the server, and cannot be had again */
  | Readonly<{ type: 'gap' }>
  /** about the chat closing for inactivity: said by the warning itself */
  | Readonly<{ type: 'idle'; text: string }>;

type Common = Readonly<{
  /** stable for the life of the entry; a message of ours keeps the key it had in the outbox */
  key: string;
  index: number | null;
  /** ms since the epoch; null when the server gave none */
  at: number | null;
  /** id of the participant: the name is looked up, so that a new name shows everywhere */
  from: string;
}>;

export type MessageEntry = Common &
  Readonly<{
    kind: 'message';
    role: Role;
    text: string;
    rich?: RichContent;
    /** index of the message it answers; ours remember it from the outbox when the server does not tell */
    answers?: number;
    /** further indexes under which the server has the very same message of ours */
    copies: readonly number[];
    /** how many copies are no surprise: it was sent again when it seemed lost */
    copiesDue: number;
  }>;
export type LinkEntry = Common & Readonly<{ kind: 'link'; role: Role; url: string }>;
export type FileEntry = Common &
  Readonly<{
    kind: 'file';
    role: Role;
    fileId: string;
    /** as the sender named it: text, and no address of anything */
    name: string;
    /** bytes; null when the server does not say */
    size: number | null;
    /** taken back by its sender: the name stays, the content is gone */
    isRemoved: boolean;
  }>;
export type NoticeEntry = Common & Readonly<{ kind: 'notice'; notice: Notice }>;
export type Entry = MessageEntry | LinkEntry | FileEntry | NoticeEntry;

/** Whether two entries tell the same: then one that comes without a number is one that came before. */
export function isSameEntry(one: Entry, other: Entry): boolean {
  if (one.at !== other.at || one.from !== other.from) return false;
  if (one.kind === 'message') return other.kind === 'message' && one.text === other.text;
  if (one.kind === 'link') return other.kind === 'link' && one.url === other.url;
  if (one.kind === 'file') return other.kind === 'file' && one.fileId === other.fileId;
  return other.kind === 'notice' && one.notice.type === other.notice.type;
}

/**
 * Puts an entry where its index belongs; one without an index stands after all that was known when it came.
 * Works on the copy that a batch is folded into: ten thousand rows in one answer are one copy, not ten thousand.
 */
export function insertEntry(entries: Entry[], entry: Entry): void {
  let place = entries.length;
  if (entry.index !== null) {
    while (place > 0 && (entries[place - 1]?.index ?? 0) > entry.index) place -= 1;
  }
  entries.splice(place, 0, entry);
}

export function hasIndex(entries: readonly Entry[], index: number | null): boolean {
  if (index === null) return false;
  for (let place = entries.length - 1; place >= 0; place -= 1) {
    const entry = entries[place];
    const known = entry?.index ?? null;
    if (known === index || (entry?.kind === 'message' && entry.copies.includes(index))) return true;
    if (known !== null && known < index) return false;
  }
  return false;
}
