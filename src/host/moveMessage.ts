import { SOURCE, VERSION } from './messages.ts';

/**
 * What two consoles say to each other, on a channel that a host page gave them the ends of, when a chat moves:
 * `record` → `taken` → `rest`. The host page hears none of it. Source: docs/decisions/024-moving-a-chat.md.
 */
export type MoveMessage =
  /** old → new: `text` is the session record as it is stored; null while there is only an order to be made */
  | Readonly<{ type: 'record'; text: string | null; place: number | null }>
  /** new → old: the chat is here and goes on */
  | Readonly<{ type: 'taken' }>
  /** old → new: what was sent off in the old window between the two */
  | Readonly<{ type: 'rest'; texts: readonly string[] }>;

/** As long as the new window waits for the record, and the old one for its acknowledgement. */
export const MOVE_TIMEOUT_MS = 5_000;

/** As large as `sessionStorage` lets a record be. */
const LONGEST_RECORD = 5_000_000;

export function sendMove(port: MessagePort, message: MoveMessage): void {
  port.postMessage({ source: SOURCE, version: VERSION, ...message });
}

/** Null for anything else. The record itself is read by whoever reads stored ones. */
export function readMove(data: unknown): MoveMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { source, version, type, text, place, texts }: Record<string, unknown> = { ...data };
  if (source !== SOURCE || version !== VERSION) return null;
  if (type === 'taken') return { type };
  if (type === 'record') {
    const isText = text === null || (typeof text === 'string' && text.length <= LONGEST_RECORD);
    return isText ? { type, text, place: typeof place === 'number' ? place : null } : null;
  }
  const isRest = type === 'rest' && Array.isArray(texts) && texts.every((each) => typeof each === 'string');
  return isRest ? { type: 'rest', texts } : null;
}
