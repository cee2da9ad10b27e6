import type { ChatEvent } from '../../session/chatEvent.ts';
import { eventTime } from '../eventTime.ts';
import { readCount } from '../readCount.ts';
import type { ChatEventRow } from './chatEventWire.ts';
import { readChatEventRow, rowAnswers, rowDatum, rowSender, rowText } from './chatEventWire.ts';
import type { ChatReply } from './chatReplyWire.ts';
import { rowIndexes } from './rowIndexes.ts';

const FILE_LIMITS_NOTICE = 'file-client-cfg-get';
/** How co-browsing sessions are begun: for programs. Source: genesys-widgets-observed.md "Hidden". */
const CO_BROWSING = /^\{start:\d{9}\}$/;

/**
 * The events of a good answer, in its order. A row that cannot be read is told as an empty signal when its place is
 * known, so that reading goes on behind it, and not at all otherwise. Source: protocol/gms-chat.md §5, §6.1.
 */
export function decodeChatEvents(reply: ChatReply): readonly ChatEvent[] {
  const rows = (reply.messages ?? []).map(readChatEventRow);
  const indexes = rowIndexes(rows.map(placeOf), reply.nextPosition);
  return rows.flatMap((row, place) => {
    const index = indexes[place] ?? null;
    const isForNobody = row.type === undefined || isFileLimits(row);
    return isForNobody && index === null ? [] : [decodeRow(row, index, reply)];
  });
}

/** Its index; null when it has one that is not told; undefined when it takes no place in the transcript. */
function placeOf(row: ChatEventRow): number | null | undefined {
  if (row.index) return row.index;
  return isFileLimits(row) || row.type?.toLowerCase().startsWith('typing') ? undefined : null;
}

function isFileLimits(row: ChatEventRow): boolean {
  return row.text === FILE_LIMITS_NOTICE && row.type?.toLowerCase() === 'notice';
}

function decodeRow(row: ChatEventRow, index: number | null, reply: ChatReply): ChatEvent {
  const common = { index, at: eventTime(row.utcTime), from: rowSender(row) };
  const text = rowText(row);
  const signal = { type: 'signalled', text, ...common } as const;
  switch (row.type?.toLowerCase()) {
    case 'participantjoined':
      return { type: 'joined', ...common };
    case 'participantleft':
      return { type: 'left', ...common };
    case 'nicknameupdated':
      return { type: 'renamed', ...common };
    case 'typingstarted':
      return { type: 'typingStarted', ...common };
    case 'typingstopped':
      return { type: 'typingStopped', ...common };
    case 'message':
    case 'structured':
      return text === '' || CO_BROWSING.test(text)
        ? signal
        : { type: 'said', text, ...rowAnswers(row), ...common };
    case 'pushurl':
      return text === '' ? signal : { type: 'urlPushed', url: text, ...common };
    case 'fileuploaded':
    case 'filedeleted':
      return decodeFile(row, common) ?? signal;
    case 'idlealert':
      return { type: 'idleWarned', text, secondsLeft: reply.idleTimerExpire ?? null, ...common };
    case 'idleclose':
      return { type: 'idleClosed', text, ...common };
    case 'notice':
      // older servers put sentences for visitors where others put keywords for programs. Source: TV-34
      return text.trim().includes(' ') ? { type: 'announced', text, ...common } : signal;
    case 'customnotice':
      return { ...signal, isCustom: true };
    case undefined:
      return signal;
    default:
      return { type: 'unknown', text, ...common };
  }
}

function decodeFile(row: ChatEventRow, common: Pick<ChatEvent, 'index' | 'at' | 'from'>): ChatEvent | null {
  const fileId = rowDatum(row, 'file-id');
  if (fileId === undefined) return null;
  if (row.type?.toLowerCase() === 'filedeleted') return { type: 'fileRemoved', fileId, ...common };
  const size = readCount(rowDatum(row, 'file-size')) ?? null;
  return { type: 'fileShared', fileId, name: rowDatum(row, 'file-name') ?? '', size, ...common };
}
