import * as v from 'valibot';
import { ChatError } from '../../session/failure.ts';
import { eventTime } from '../eventTime.ts';
import { failureDetails } from '../httpFailure.ts';
import type { JsonObject } from '../jsonObject.ts';
import * as lenient from '../lenient.ts';

/** The one shape of all answers of Chat API v1. Source: protocol/gms-chat.md §13.3. */
const chatReplyV1Schema = v.object({
  /** `CONNECTED`, `TRANSCRIPT`, `DISCONNECTED` */
  chatIxnState: v.string(),
  chatSessionId: lenient.label,
  /** of the last row; from 1 */
  transcriptPosition: lenient.count,
  startedAt: lenient.text,
  transcriptToShow: lenient.rows,
});

export type ChatReplyV1 = v.InferOutput<typeof chatReplyV1Schema>;

/**
 * @throws ChatError `refused` when the answer is a GMS exception with HTTP 200, `unreadable` when it is no chat answer
 */
export function readChatReplyV1(body: JsonObject): ChatReplyV1 {
  const result = v.safeParse(chatReplyV1Schema, body);
  if (result.success) return result.output;
  throw new ChatError(
    'exception' in body ? { kind: 'refused', ...failureDetails(body) } : { kind: 'unreadable' },
  );
}

/** Whether the chat is over. */
export function isDisconnected(reply: ChatReplyV1): boolean {
  return reply.chatIxnState.toUpperCase() === 'DISCONNECTED';
}

/** When the chat began, in ms since the epoch; null when not told. */
export function startOf(reply: ChatReplyV1): number | null {
  return eventTime(Date.parse(reply.startedAt ?? ''));
}
