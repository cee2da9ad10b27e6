import { ChatError } from '../../session/failure.ts';
import type { Batch, ChatRef } from '../../session/ports.ts';
import type { JsonObject } from '../jsonObject.ts';
import { isPathId } from '../ownAddress.ts';
import type { ChatReply } from './chatReplyWire.ts';
import { failureIn, readChatReply } from './chatReplyWire.ts';
import { decodeChatEvents } from './decodeChatEvents.ts';

export type ChatV2Ref = Extract<ChatRef, { api: 'v2' }>;

/** What the answer to an opening says. @throws ChatError. Source: protocol/gms-chat.md §3.3 */
export function readOpenedChat(body: JsonObject): Batch {
  const reply = accepted(readChatReply(body), 'open');
  const { chatId, secureKey } = reply;
  if (!chatId || !secureKey || !isPathId(chatId)) throw new ChatError({ kind: 'unreadable' });
  return batchOf(reply, newestIds(reply, { api: 'v2', chatId, secureKey, userId: '', alias: '' }));
}

export function accepted(reply: ChatReply, asked: Parameters<typeof failureIn>[1]): ChatReply {
  const failure = failureIn(reply, asked);
  if (failure) throw new ChatError(failure);
  return reply;
}

/** A field that an answer leaves out changes nothing. */
export function newestIds(reply: ChatReply, known: ChatV2Ref): ChatV2Ref {
  return {
    ...known,
    userId: reply.userId || known.userId,
    secureKey: reply.secureKey || known.secureKey,
    alias: reply.alias || known.alias,
  };
}

export function batchOf(reply: ChatReply, chat: ChatRef): Batch {
  return { events: decodeChatEvents(reply), isEnded: reply.chatEnded === true, chat };
}
