import type { GmsReply } from '../gms.ts';
import { emptyReply } from '../wire/reply.ts';

const LARGEST_BODY_BYTES = 64 * 1024;

export type ReadJson = Readonly<{ value: unknown }> | Readonly<{ refusal: GmsReply }>;

/** The JSON of a call, or why it is refused: too large, not said to be JSON, not JSON. Source: protocol/gwe-engagement.md §12.2. */
export function readJson(contentType: string, body: string): ReadJson {
  if (new TextEncoder().encode(body).length > LARGEST_BODY_BYTES) return { refusal: emptyReply(413) };
  if (!/^application\/json\b/i.test(contentType)) return { refusal: emptyReply(415) };
  return parseJson(body);
}

export function parseJson(text: string): ReadJson {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { refusal: emptyReply(400) };
  }
}

/** The members of a JSON object; none of anything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
