import type { Chat, ChatEvent } from '../chat/chat.ts';
import type { World } from '../world.ts';

/** What a row of v1 is called, by the event of v2. Source: protocol/gms-chat.md §13.3, §13.4. */
const ROW_KINDS: ReadonlyMap<string, string> = new Map([
  ['Message', 'Message.Text'],
  ['Structured', 'Message.Text'],
  ['ParticipantJoined', 'Notice.Joined'],
  ['ParticipantLeft', 'Notice.Left'],
  ['TypingStarted', 'Notice.TypingStarted'],
  ['TypingStopped', 'Notice.TypingStopped'],
  ['PushUrl', 'Notice.PushUrl'],
  ['CustomNotice', 'Notice.Custom'],
  // Older servers have no kind of their own for these: the words come as a message (§7.4).
  ['IdleAlert', 'Message.Text'],
  ['IdleClose', 'Message.Text'],
  ['Notice', 'Notice.Custom'],
]);

/** v1 knows nothing of a change of name. */
const UNKNOWN_TO_V1 = new Set(['NicknameUpdated', 'FileUploaded', 'FileDeleted']);

const FIXED_TEXTS: ReadonlyMap<string, string> = new Map([
  ['ParticipantJoined', 'has joined the session'],
  ['ParticipantLeft', 'has left the session'],
  ['TypingStarted', 'is typing'],
  ['TypingStopped', 'stopped typing'],
]);

export type TranscriptRow = readonly string[];

/** The whole transcript as rows; the position of a row is its place, from 1: v1 has no holes. */
export function transcriptRows(world: World, chat: Chat): readonly TranscriptRow[] {
  const isNumbered = world.settings.quirks.includes('row-index');
  return chat.events
    .filter(({ type }) => !UNKNOWN_TO_V1.has(type))
    .map((event, place) => [...rowOf(chat, event), ...(isNumbered ? [String(place + 1)] : [])]);
}

/** Kind, nickname, text, seconds since the start, party type. */
function rowOf(chat: Chat, event: ChatEvent): TranscriptRow {
  const kind = ROW_KINDS.get(event.type) ?? `Notice.${event.type}`;
  const seconds = Math.floor(event.at / 1000) - Math.floor(chat.startedAt / 1000);
  const text = event.text ?? FIXED_TEXTS.get(event.type) ?? '';
  return [kind, event.from.nickname, text, String(seconds), event.from.type.toUpperCase()];
}
