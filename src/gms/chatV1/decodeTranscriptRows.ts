import type { ChatEvent } from '../../session/chatEvent.ts';
import { eventTime } from '../eventTime.ts';
import { readCount } from '../readCount.ts';
import { NOBODY, senderOf } from '../sender.ts';
import type { ChatReplyV1 } from './chatReplyV1Wire.ts';

/**
 * The events of a v1 answer. A row is `[event, nickname, text, seconds since the start, party type, index?]`, and its
 * position is counted back from that of the answer, which is the last row's. A row that cannot be read keeps its
 * place, so that the others keep theirs: it is told as an empty signal when its place is known, and not at all
 * otherwise. `startedAt` in ms since the epoch. Source: protocol/gms-chat.md §13.3, §13.4.
 */
export function decodeTranscriptRows(reply: ChatReplyV1, startedAt: number | null): readonly ChatEvent[] {
  const rows = reply.transcriptToShow ?? [];
  const indexes =
    toldIndexes(rows, reply.transcriptPosition) ?? countedIndexes(rows, reply.transcriptPosition);
  return rows.flatMap((row, place) => {
    const index = indexes[place] ?? null;
    const event = decodeRow(row, index, startedAt);
    if (event) return [event];
    return index === null ? [] : [{ type: 'signalled', text: '', index, at: null, from: NOBODY }];
  });
}

/** The sixth elements, when every row has one and they fit each other and the answer's position; null otherwise. */
function toldIndexes(rows: readonly unknown[], position: number | undefined): readonly number[] | null {
  const told = rows.map((row) => (Array.isArray(row) ? (readCount(row[5]) ?? 0) : 0));
  const isRising = told.every((index, place) => index > (told[place - 1] ?? 0));
  return isRising && (position === undefined || told.at(-1) === position) ? told : null;
}

function countedIndexes(rows: readonly unknown[], position: number | undefined): readonly (number | null)[] {
  return rows.map((_, place) => {
    const index = (position ?? 0) - (rows.length - 1) + place;
    return position !== undefined && index > 0 ? index : null;
  });
}

function decodeRow(row: unknown, index: number | null, startedAt: number | null): ChatEvent | null {
  if (!Array.isArray(row) || row.length < 5 || typeof row[0] !== 'string') return null;
  const [nickname, text, seconds, partyType] = row.slice(1, 5).map(textOf);
  const ms = startedAt === null || !seconds ? null : startedAt + Number(seconds) * 1000;
  const common = { index, at: eventTime(ms), from: senderOf(partyType ?? '', nickname ?? '') };
  return happening(row[0], text ?? '', common);
}

function happening(name: string, text: string, common: Pick<ChatEvent, 'index' | 'at' | 'from'>): ChatEvent {
  switch (name.toLowerCase()) {
    case 'notice.joined':
      return { type: 'joined', ...common };
    case 'notice.left':
      return { type: 'left', ...common };
    case 'notice.typingstarted':
      return { type: 'typingStarted', ...common };
    case 'notice.typingstopped':
      return { type: 'typingStopped', ...common };
    case 'message.text':
      return text.trim() === ''
        ? { type: 'signalled', text: '', ...common }
        : { type: 'said', text, ...common };
    case 'notice.pushurl':
      return { type: 'urlPushed', url: text, ...common };
    case 'notice.custom':
      return { type: 'signalled', isCustom: true, text, ...common };
    default:
      return { type: 'unknown', text, ...common };
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
