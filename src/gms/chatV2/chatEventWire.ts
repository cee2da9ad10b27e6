import * as v from 'valibot';
import type { Sender } from '../../session/chatEvent.ts';
import { valueAt } from '../jsonObject.ts';
import * as lenient from '../lenient.ts';
import { readCount } from '../readCount.ts';
import { senderOf } from '../sender.ts';

const NO_PARTY = {};
const partySchema = v.object({ nickname: lenient.text, participantId: lenient.label, type: lenient.text });

/** One entry of `messages`; whatever is missing or odd is undefined. Source: protocol/gms-chat.md §4, §5. */
const chatEventSchema = v.object({
  type: lenient.text,
  index: lenient.count,
  /** ms since the epoch */
  utcTime: v.optional(v.unknown()),
  from: v.fallback(v.optional(partySchema, NO_PARTY), NO_PARTY),
  text: lenient.text,
  userData: v.optional(v.unknown()),
  eventAttributes: v.optional(v.unknown()),
});

export type ChatEventRow = Readonly<v.InferOutput<typeof chatEventSchema>>;

/** Reads a row by itself; one that is no object at all is a row without content. */
export function readChatEventRow(row: unknown): ChatEventRow {
  const result = v.safeParse(chatEventSchema, row);
  return result.success ? result.output : { from: NO_PARTY };
}

/** Bots are `External` parties that say so in their attributes. Source: §5.2. */
export function rowSender({ from, eventAttributes }: ChatEventRow): Sender {
  const sender = senderOf(from.type ?? '', from.nickname ?? '', from.participantId);
  const style = valueAt(eventAttributes, 'GCTI_SYSTEM', 'party-info', 'style');
  const isBot = typeof style === 'string' && style.toUpperCase() === 'BOT';
  return isBot && sender.role !== 'me' ? { ...sender, role: 'bot' } : sender;
}

/** Its text, or that of its rich content when it has none of its own; may be empty. Source: §5.4. */
export function rowText({ text, eventAttributes }: ChatEventRow): string {
  if (text !== undefined && text.trim() !== '') return text;
  const rich = valueAt(eventAttributes, 'structured-content', 'genesys-chat', 'content', 'text');
  return typeof rich === 'string' && rich.trim() !== '' ? rich : '';
}

/** The index of the message it answers, if it names one. Source: §3.2. */
export function rowAnswers({ eventAttributes }: ChatEventRow): { answers?: number } {
  const answers = readCount(valueAt(eventAttributes, 'general-properties', 'related-event-id'));
  return answers ? { answers } : {};
}

/** A string in its attached data, or undefined. */
export function rowDatum({ userData }: ChatEventRow, key: string): string | undefined {
  const value = valueAt(userData, key);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
