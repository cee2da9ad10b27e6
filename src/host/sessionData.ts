/** What names an asynchronous chat and opens it: the keys are secret. */
export type SessionData = Readonly<{
  chatId: string;
  userId: string;
  secureKey: string;
  alias: string;
  /** the way on which it was opened, and is known for sure */
  via?: 'bayeux';
}>;

/** One segment of a path. */
const CHAT_ID = /^(?!\.{1,2}$)[\w.-]{1,128}$/;
/** Longer ones are none: the longest that were seen have some hundred characters. Source: protocol/gms-chat.md §2. */
const LONGEST_KEY = 2_000;

/** As a text for a host page, which has no need to look into it. */
export function packSessionData({ chatId, userId, secureKey, alias, via }: SessionData): string {
  return JSON.stringify({ chatId, userId, secureKey, alias, ...(via && { via }) });
}

/** What a host page kept of a chat; null for what names none. */
export function readSessionData(text: unknown): SessionData | null {
  const data = typeof text === 'string' ? parse(text) : null;
  if (typeof data !== 'object' || data === null) return null;
  const { chatId, userId, secureKey, alias, via }: Record<string, unknown> = { ...data };
  const isReadable = isText(chatId) && isText(userId) && isText(secureKey) && isText(alias);
  if (!isReadable || !CHAT_ID.test(chatId) || secureKey === '') return null;
  return { chatId, userId, secureKey, alias, ...(via === 'bayeux' && { via }) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_KEY;
}
