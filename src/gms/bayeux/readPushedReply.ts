import { isJsonObject, parseJson } from '../jsonObject.ts';
import type { Wire } from './wire.ts';

/** An answer of Chat API v2 that was pushed, as an object or its JSON text; null for what is none. */
export function readPushedReply(wire: Wire, data: unknown): ReturnType<Wire['readChatReply']> | null {
  const value = typeof data === 'string' ? parseJson(data) : data;
  try {
    return isJsonObject(value) ? wire.readChatReply(value) : null;
  } catch {
    return null;
  }
}
