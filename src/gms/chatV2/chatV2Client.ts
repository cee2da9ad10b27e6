import { ChatError } from '../../session/failure.ts';
import type { Batch, ChatLine, ChatRef, Clock, Order } from '../../session/ports.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import type { Post } from '../http.ts';
import { isPathId } from '../ownAddress.ts';
import { pollTranscript } from '../pollTranscript.ts';
import type { ChatReply } from './chatReplyWire.ts';
import { failureIn, isPreviewTooLong, readChatReply } from './chatReplyWire.ts';
import { decodeChatEvents } from './decodeChatEvents.ts';
import { openBody } from './openBody.ts';

type ChatV2Ref = Extract<ChatRef, { api: 'v2' }>;

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

/**
 * Takes up a chat of Chat API v2 by polling. Keeps the newest ids, which only answers with `statusCode` 0 may
 * change; an answer about another chat is `unreadable`. Source: protocol/gms-chat.md §3.2, §3.4, §8.1, reliability.md T26.
 */
export function createChatV2Line(
  post: Post,
  settings: GmsSettings,
  clock: Clock,
  known: ChatV2Ref,
): ChatLine {
  let chat = known;

  async function call(
    operation: string,
    fields: Record<string, string>,
    signal: AbortSignal,
  ): Promise<ChatReply> {
    // can only come from a record that was tampered with
    if (!isPathId(chat.chatId)) throw new ChatError({ kind: 'over' });
    const path = `${servicePath(settings)}/${chat.chatId}/${operation}`;
    const body = new URLSearchParams({ ...idFields(chat), ...fields });
    return readChatReply(
      await post({ path, body, api: 'chatV2', keepalive: operation === 'disconnect' }, signal),
    );
  }

  function believe(reply: ChatReply): Batch {
    if (reply.chatId && reply.chatId !== chat.chatId) throw new ChatError({ kind: 'unreadable' });
    chat = newestIds(reply, chat);
    return batchOf(reply, chat);
  }

  async function act(operation: string, fields: Record<string, string>, signal: AbortSignal): Promise<Batch> {
    return believe(accepted(await call(operation, fields, signal), 'action'));
  }

  const poll = pollTranscript(settings, clock, async (position, signal) => {
    // one on, and never 0, which means "no events"
    const reply = await call('refresh', { transcriptPosition: String(position + 1) }, signal);
    if (isPreviewTooLong(reply)) return { events: [], isEnded: false, chat };
    return believe(accepted(reply, 'refresh'));
  });

  return {
    listen: poll.listen,
    refreshNow: poll.refreshNow,
    async send(text, signal) {
      // no position: the answer brings no events, which a refresh under way might bring too
      const batch = await act('send', { message: text, messageType: 'text' }, signal);
      if (batch.isEnded) throw new ChatError({ kind: 'over' });
      poll.quicken();
      return batch.chat;
    },
    async signalTyping(isTyping, signal) {
      await act(isTyping ? 'startTyping' : 'stopTyping', {}, signal);
    },
    async rename(nickname, signal) {
      await act('updateNickname', { nickname }, signal);
    },
    async leave(signal) {
      await act('disconnect', {}, signal);
    },
  };
}

function servicePath(settings: GmsSettings): string {
  return `/2/chat/${encodeURIComponent(settings.chatServiceName)}`;
}

/** Servers since 8.5.112 may give no more than the key. Source: §3.1. */
function idFields({ userId, secureKey, alias }: ChatV2Ref): Record<string, string> {
  return { ...(userId && { userId }), secureKey, ...(alias && { alias }) };
}

function accepted(reply: ChatReply, asked: Parameters<typeof failureIn>[1]): ChatReply {
  const failure = failureIn(reply, asked);
  if (failure) throw new ChatError(failure);
  return reply;
}

/** A field that an answer leaves out changes nothing. */
function newestIds(reply: ChatReply, known: ChatV2Ref): ChatV2Ref {
  return {
    ...known,
    userId: reply.userId || known.userId,
    secureKey: reply.secureKey || known.secureKey,
    alias: reply.alias || known.alias,
  };
}

function batchOf(reply: ChatReply, chat: ChatRef): Batch {
  return { events: decodeChatEvents(reply), isEnded: reply.chatEnded === true, chat };
}
