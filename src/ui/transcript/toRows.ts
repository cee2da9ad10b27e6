import type { Failure } from '../../session/failure.ts';
import type { Outbox, OutboxState } from '../../session/outbox.ts';
import type { RichContent } from '../../session/richContent.ts';
import type { Role } from '../../session/chatEvent.ts';
import type { Entry, FileEntry, LinkEntry, MessageEntry, NoticeEntry } from '../../session/transcript.ts';

type Grouped = Readonly<{
  /** first and last of a run by one sender: the run has one avatar, one name, one time */
  isFirst: boolean;
  isLast: boolean;
}>;

type MessageRow = Grouped &
  Readonly<{
    kind: 'message';
    key: string;
    index: number | null;
    at: number | null;
    from: string;
    role: Role;
    text: string;
    rich?: RichContent;
    /** null: not ours */
    state: OutboxState | null;
    /** it stands in the transcript of the server */
    isConfirmed: boolean;
    /** the server has it more than once */
    isDoubled: boolean;
    failure: Failure | null;
  }>;
type LinkRow = Grouped & LinkEntry;
type FileRow = Grouped & FileEntry;
/** `also` is the other half of a change of agents, told in one line */
type NoticeRow = NoticeEntry & Readonly<{ also: NoticeEntry | null }>;

/** `startsDay`: a line with the date stands before it. */
export type Row = (MessageRow | LinkRow | FileRow | NoticeRow) & Readonly<{ startsDay: boolean }>;

/** Messages of one sender further apart than this are two groups. */
const GROUP_GAP_MS = 2 * 60 * 1000;

type Line = Readonly<{ key: string; at: number | null }> &
  (
    | Readonly<{ kind: 'notice'; entry: NoticeEntry; also: NoticeEntry | null }>
    | Readonly<{ kind: 'link' | 'file'; entry: LinkEntry | FileEntry; sender: string }>
    | Readonly<{ kind: 'message'; row: Omit<MessageRow, 'isFirst' | 'isLast'>; sender: string }>
  );

/**
 * What the transcript shows from `start` on, then what is still in the outbox, in the order it was typed.
 * Only derived, never stored: groups, date lines, and a change of agents as one line.
 */
export function toRows(entries: readonly Entry[], outbox: Outbox, start: number): readonly Row[] {
  const before = entries[start - 1];
  const lines = [...toLines(entries, start), ...outbox.map(waitingLine)];
  return lines.map((line, place) => {
    const previous = place > 0 ? lines[place - 1] : before && lineOf(before, null);
    const startsDay = previous !== undefined && isOtherDay(previous.at, line.at);
    if (line.kind === 'notice') return { ...line.entry, also: line.also, startsDay };
    const group = {
      isFirst: !isSameGroup(previous, line),
      isLast: !isSameGroup(line, lines[place + 1]),
    };
    return line.kind === 'message'
      ? { ...line.row, ...group, startsDay }
      : { ...line.entry, ...group, startsDay };
  });
}

function toLines(entries: readonly Entry[], start: number): Line[] {
  const lines: Line[] = [];
  for (let place = start; place < entries.length; place += 1) {
    const entry = entries[place];
    if (entry === undefined) break;
    const next = entries[place + 1];
    const also = next !== undefined && isChangeOfAgents(entry, next) ? next : null;
    if (also) place += 1;
    lines.push(lineOf(entry, also));
  }
  return lines;
}

function lineOf(entry: Entry, also: NoticeEntry | null): Line {
  const { key, at } = entry;
  if (entry.kind === 'notice') return { key, at, kind: 'notice', entry, also };
  const sender = entry.role === 'me' ? 'me' : entry.from;
  if (entry.kind === 'message') return { key, at, kind: 'message', row: ofEntry(entry), sender };
  return { key, at, kind: entry.kind, entry, sender };
}

function ofEntry(entry: MessageEntry): Omit<MessageRow, 'isFirst' | 'isLast'> {
  const isDoubled = entry.copies.length > 0;
  return {
    ...entry,
    isConfirmed: true,
    isDoubled,
    state: entry.role === 'me' ? 'sent' : null,
    failure: null,
  };
}

function waitingLine({ key, at, text, state, failure }: Outbox[number]): Line {
  const row = {
    kind: 'message',
    key,
    index: null,
    at,
    from: 'me',
    role: 'me',
    isConfirmed: false,
    isDoubled: false,
    text,
    state,
    failure,
  } as const;
  return { key, at, kind: 'message', row, sender: 'me' };
}

/** One agent goes and another comes, in whichever order the server tells it. */
function isChangeOfAgents(one: Entry, other: Entry): other is NoticeEntry {
  if (one.kind !== 'notice' || other.kind !== 'notice' || one.from === other.from) return false;
  const types = [one.notice.type, other.notice.type];
  return types.includes('left') && types.includes('joined');
}

function isSameGroup(one: Line | undefined, other: Line | undefined): boolean {
  if (one === undefined || other === undefined || one.kind === 'notice' || other.kind === 'notice')
    return false;
  if (one.sender !== other.sender || isOtherDay(one.at, other.at)) return false;
  return one.at === null || other.at === null || Math.abs(other.at - one.at) < GROUP_GAP_MS;
}

function isOtherDay(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && new Date(one).toDateString() !== new Date(other).toDateString();
}
