import { ChatError } from '../../session/failure.ts';
import type { Batch, ChatRef, Order } from '../../session/ports.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import type { Post } from '../http.ts';
import { isPathId } from '../ownAddress.ts';
import type { ChatReply } from './chatReplyWire.ts';
import { failureIn, readChatReply } from './chatReplyWire.ts';
import { decodeChatEvents } from './decodeChatEvents.ts';
import { openBody } from './openBody.ts';

export type ChatV2Ref = Extract<ChatRef, { api: 'v2' }>;

/** Opens a chat with Chat API v2. @throws ChatError. Source: protocol/gms-chat.md §3.3 */
export async function openChatV2(
  post: Post,
  settings: GmsSettings,
  order: Order,
  signal: AbortSignal,
): Promise<Batch> {
  const body = await post({ path: servicePath(settings), body: openBody(order), api: 'chatV2' }, signal);
  const reply = accepted(readChatReply(body), 'open');
  const { chatId, secureKey } = reply;
  if (!chatId || !secureKey || !isPathId(chatId)) throw new ChatError({ kind: 'unreadable' });
  return batchOf(reply, newestIds(reply, { api: 'v2', chatId, secureKey, userId: '', alias: '' }));
}

export function servicePath(settings: GmsSettings): string {
  return `/2/chat/${encodeURIComponent(settings.chatServiceName)}`;
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
