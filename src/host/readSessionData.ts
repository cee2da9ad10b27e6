import type { SessionData } from './messages.ts';

/** One segment of a path. */
const CHAT_ID = /^(?!\.{1,2}$)[\w.-]{1,128}$/;
/** Longer ones are none: the longest that were seen have some hundred characters. Source: protocol/gms-chat.md §2. */
const LONGEST_KEY = 2_000;

/** What a host page kept of a chat, as a new object; null for what names none. */
export function readSessionData(value: unknown): SessionData | null {
  if (typeof value !== 'object' || value === null) return null;
  const { chatId, userId = '', secureKey, alias = '' }: Record<string, unknown> = { ...value };
  const isReadable = isText(chatId) && isText(userId) && isText(secureKey) && isText(alias);
  if (!isReadable || !CHAT_ID.test(chatId) || secureKey === '') return null;
  return { chatId, userId, secureKey, alias };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_KEY;
}
