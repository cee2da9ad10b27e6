import { ChatError } from '../../session/failure.ts';
import type {
  Batch,
  ChatInvitation,
  ChatLine,
  ChatRef,
  Clock,
  Customer,
  Order,
} from '../../session/ports.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import type { Post } from '../http.ts';
import { ownAddress } from '../ownAddress.ts';
import { pollTranscript } from '../pollTranscript.ts';
import type { ChatReplyV1 } from './chatReplyV1Wire.ts';
import { isDisconnected, readChatReplyV1, startOf } from './chatReplyV1Wire.ts';
import { decodeTranscriptRows } from './decodeTranscriptRows.ts';

type ChatV1Ref = Extract<ChatRef, { api: 'v1' }>;

/**
 * Creates the chat that a callback service invited to; `isPushed`: its rows are to be pushed on `/_genesys`.
 * @throws ChatError. Source: protocol/gms-chat.md §13.1, §13.2
 */
export async function openChatV1(
  post: Post,
  order: Order,
  invitation: ChatInvitation,
  signal: AbortSignal,
  isPushed = false,
): Promise<Batch> {
  const path = chatPath(invitation.path);
  const body = createBody(order.customer, invitation.subject);
  if (isPushed) body.set('notify_by', 'comet');
  const reply = readChatReplyV1(await post({ path, body, api: 'service' }, signal));
  const sessionId = reply.chatSessionId ?? '';
  return batchOfV1(reply, { api: 'v1', path, sessionId, startedAt: startOf(reply) });
}

/**
 * Takes up a chat of Chat API v1 by polling. An answer about another chat is `unreadable`.
 * v1 cannot rename anybody: that does nothing. Source: protocol/gms-chat.md §13.
 */
export function createChatV1Line(
  post: Post,
  settings: GmsSettings,
  clock: Clock,
  known: ChatV1Ref,
): ChatLine {
  let chat = known;

  async function call(
    operation: string,
    fields: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Batch> {
    const path = `${chatPath(chat.path)}/${operation}`;
    const body = new URLSearchParams(fields);
    const keepalive = operation === 'disconnect';
    const reply = readChatReplyV1(await post({ path, body, api: 'service', keepalive }, signal));
    const sessionId = reply.chatSessionId || chat.sessionId;
    if (chat.sessionId && sessionId !== chat.sessionId) throw new ChatError({ kind: 'unreadable' });
    chat = { ...chat, sessionId, startedAt: chat.startedAt ?? startOf(reply) };
    const batch = batchOfV1(reply, chat);
    return reply.transcriptPosition === undefined ? batch : { ...batch, last: reply.transcriptPosition };
  }

  const poll = pollTranscript(settings, clock, (position, signal) =>
    // the position that is known, not the next one: v1 counts the other way
    call('refresh', { transcriptPosition: String(position) }, signal).catch((error: unknown) => {
      throw isGone(error) ? new ChatError({ ...error.failure, kind: 'over' }) : error;
    }),
  );

  return {
    listen: poll.listen,
    refreshNow: poll.refreshNow,
    async send(text, signal) {
      const batch = await call('send', { message: text }, signal);
      poll.quicken();
      return batch.chat;
    },
    async signalTyping(isTyping, signal) {
      await call(isTyping ? 'startTyping' : 'stopTyping', {}, signal);
    },
    rename: () => Promise.resolve(),
    async leave(signal) {
      await call('disconnect', {}, signal);
    },
  };
}

function createBody(customer: Customer, invitedSubject: string | null): URLSearchParams {
  const fields = {
    firstName: customer.firstName,
    lastName: customer.lastName,
    userDisplayName: customer.nickname,
    email: customer.email,
    subject: invitedSubject || customer.subject,
  };
  const body = new URLSearchParams({ _verbose: 'true' });
  for (const [key, value] of Object.entries(fields)) if (value) body.set(key, value);
  return body;
}

/** Checked again on its way to the wire: it may come from a record that was tampered with. */
function chatPath(path: string): string {
  const own = ownAddress(path.split('?', 1)[0] ?? '');
  if (own === null) throw new ChatError({ kind: 'over' });
  return own;
}

/** A chat whose service is gone is answered with a GMS exception. Source: protocol/gms-callback.md §2.15, TV-43. */
function isGone(error: unknown): error is ChatError {
  if (!(error instanceof ChatError) || error.failure.exception === undefined) return false;
  return ['missing', 'refused', 'server'].includes(error.failure.kind);
}

export function batchOfV1(reply: ChatReplyV1, chat: ChatV1Ref): Batch {
  return { events: decodeTranscriptRows(reply, chat.startedAt), isEnded: isDisconnected(reply), chat };
}
