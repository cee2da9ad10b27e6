import * as v from 'valibot';
import { assertNever } from '../../lib/assertNever.ts';
import type { Failure } from '../../session/failure.ts';
import { ChatError } from '../../session/failure.ts';
import { errorCodes } from '../httpFailure.ts';
import type { JsonObject } from '../jsonObject.ts';
import * as lenient from '../lenient.ts';

/** The one shape of all answers with HTTP 200. Source: protocol/gms-chat.md §4. */
const chatReplySchema = v.object({
  statusCode: v.picklist([0, 1, 2]),
  alias: lenient.label,
  chatId: lenient.label,
  userId: lenient.label,
  secureKey: lenient.label,
  chatEnded: lenient.flag,
  nextPosition: lenient.count,
  /** seconds, we assume */
  idleTimerExpire: lenient.count,
  messages: lenient.rows,
  errors: lenient.rows,
});

export type ChatReply = v.InferOutput<typeof chatReplySchema>;

/** @throws ChatError `unreadable` when the answer has no `statusCode` that we know */
export function readChatReply(body: JsonObject): ChatReply {
  const result = v.safeParse(chatReplySchema, body);
  // the issues are not kept: they quote the answer
  if (!result.success) throw new ChatError({ kind: 'unreadable' });
  return result.output;
}

/**
 * Why an answer is no success, or null when it is one. `statusCode` 1: nothing else in it can be believed.
 * 2 is final, but whether for the chat or for this one request depends on what was asked. Source: §8.1.
 */
export function failureIn(reply: ChatReply, asked: 'open' | 'refresh' | 'action'): Failure | null {
  switch (reply.statusCode) {
    case 0:
      return null;
    case 1:
      return { kind: 'temporary' };
    case 2: {
      const [code] = errorCodes(reply.errors);
      const isOver = asked === 'refresh' || (asked === 'action' && reply.chatEnded === true);
      return { kind: isOver ? 'over' : 'refused', ...(code !== undefined && { code }) };
    }
    default:
      return assertNever(reply.statusCode);
  }
}

/** A refresh that was refused because of its typing preview only: the chat goes on. Source: §8.1, TV-45. */
export function isPreviewTooLong(reply: ChatReply): boolean {
  return reply.statusCode === 2 && reply.chatEnded !== true && errorCodes(reply.errors).includes(204);
}
