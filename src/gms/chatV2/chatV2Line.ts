import { ChatError } from '../../session/failure.ts';
import type { Batch, ChatLine, Clock } from '../../session/ports.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import type { Post } from '../http.ts';
import { isPathId } from '../ownAddress.ts';
import { pollTranscript } from '../pollTranscript.ts';
import type { ChatV2Ref } from './chatBatch.ts';
import { accepted, batchOf, newestIds } from './chatBatch.ts';
import type { ChatReply } from './chatReplyWire.ts';
import { isPreviewTooLong, readChatReply } from './chatReplyWire.ts';
import { relatedTo } from './relatedTo.ts';
import { servicePath } from './servicePath.ts';
import { withRich } from './withRich.ts';

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

  /** Length from which on the server refuses to show the agent what is being written. Source: TV-45. */
  let refused = Infinity;

  /** What is being written, when the site lets the agent see it. Source: §3.2. */
  function preview(): { message?: string } {
    const message = settings.preview?.();
    return message === undefined || message.length >= refused ? {} : { message };
  }

  const poll = pollTranscript(settings, clock, async (position, signal) => {
    // one on, and never 0, which means "no events"; of `LAST_EVENT` it is -1
    const draft = preview();
    const reply = await call('refresh', { transcriptPosition: String(position + 1), ...draft }, signal);
    if (isPreviewTooLong(reply)) {
      refused = draft.message?.length ?? refused;
      return { events: [], isEnded: false, chat };
    }
    const batch = await withRich(believe(accepted(reply, 'refresh')), reply.messages);
    return reply.nextPosition ? { ...batch, last: reply.nextPosition - 1 } : batch;
  });

  return {
    listen: poll.listen,
    refreshNow: poll.refreshNow,
    async send(text, signal, answers) {
      // no position: the answer brings no events, which a refresh under way might bring too
      const fields = { message: text, messageType: 'text', ...(answers && relatedTo(answers)) };
      const batch = await act('send', fields, signal);
      poll.quicken();
      return batch.chat;
    },
    async signalTyping(isTyping, signal) {
      await act(isTyping ? 'startTyping' : 'stopTyping', preview(), signal);
    },
    async rename(nickname, signal) {
      await act('updateNickname', { nickname }, signal);
    },
    async tell(news, signal) {
      const { newsBody } = await import('./newsBody.ts');
      await act(...newsBody(news), signal);
    },
    async leave(signal) {
      await act('disconnect', {}, signal);
    },
  };
}

/** Servers since 8.5.112 may give no more than the key. Source: §3.1. */
function idFields({ userId, secureKey, alias }: ChatV2Ref): Record<string, string> {
  return { ...(userId && { userId }), secureKey, ...(alias && { alias }) };
}
