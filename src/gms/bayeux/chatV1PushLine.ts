import { ChatError } from '../../session/failure.ts';
import type { Batch, ChatLine, ChatRef } from '../../session/ports.ts';
import { isJsonObject, parseJson, valueAt } from '../jsonObject.ts';
import type { ChatV2PushParts } from './chatV2PushLine.ts';
import { createInbox, mergeBatches } from './mergeBatches.ts';
import { createPushPace } from './pushPace.ts';
import { createReadingMark } from './readingMark.ts';
import type { Wire } from './wire.ts';

type ChatV1Ref = Extract<ChatRef, { api: 'v1' }>;

/**
 * Takes up a chat of Chat API v1 whose rows are pushed on `/_genesys`. All else stays as it is without push, so the
 * poll never has to be taken up again: it grows calm once a frame of this chat has come, and is quick again as soon
 * as it finds something that should have been pushed, or the connection is gone.
 * Source: protocol/gms-chat.md §13.3, TV-41, gms-callback.md §5.
 */
export function createChatV1PushLine(parts: ChatV2PushParts, opened: Batch | ChatV1Ref): ChatLine {
  const { wire, post, settings, clock, push } = parts;
  const chat = ours('api' in opened ? opened : opened.chat);
  const mark = createReadingMark();
  const inbox = createInbox();
  let isTrusted = false;
  if ('events' in opened) mark.answered(mark.fresh(opened.events));
  const pace = createPushPace(settings, clock, () => isTrusted);
  const timedPost: typeof post = (...request) => pace.timed(() => post(...request));
  const polled = wire.createChatV1Line(timedPost, pace.settings, clock, chat);

  function heard(data: unknown): void {
    const reply = readFrame(wire, data);
    // two windows of one user are told of each other's chats
    if (reply?.chatSessionId !== chat.sessionId) return;
    const batch = wire.batchOfV1(reply, { ...chat, startedAt: chat.startedAt ?? wire.startOf(reply) });
    isTrusted = true;
    // where something is missing before it, it comes again with that
    if (mark.told(batch.events) || batch.isEnded) inbox.put(batch);
    else polled.refreshNow();
  }

  async function* asked(position: () => number, signal: AbortSignal): AsyncGenerator<Batch, void> {
    for await (const batch of polled.listen(() => mark.from(position()), signal)) {
      if (isTrusted && batch.events.some(isNews)) distrust();
      mark.answered(batch.events);
      push.connectInBackground();
      yield batch;
    }
  }

  /** Whatever else has not been pushed is asked for at once, and not after the calm pause that has begun. */
  function distrust(): void {
    isTrusted = false;
    polled.refreshNow();
  }

  /** Should have been pushed. What we said ourselves may be read before it is. */
  function isNews(event: Batch['events'][number]): boolean {
    return event.from.role !== 'me' && (event.index ?? 0) > mark.at();
  }

  const release = push.hold({
    heard,
    changed() {
      isTrusted &&= push.isUp();
      polled.refreshNow();
    },
    position: mark.at,
  });

  return {
    ...polled,
    listen(position, signal) {
      mark.from(position());
      push.connectInBackground();
      return mergeBatches(asked(position, signal), inbox, mark);
    },
    async leave(signal) {
      await polled.leave(signal);
      release();
    },
    close: release,
  };
}

/** The answer that a frame carries, as an object or as JSON text; null when it carries something else. */
function readFrame(wire: Wire, data: unknown) {
  const message = valueAt(data, 'message');
  const frame = typeof message === 'string' ? parseJson(message) : message;
  try {
    return isJsonObject(frame) ? wire.readChatReplyV1(frame) : null;
  } catch {
    return null;
  }
}

function ours(chat: ChatRef): ChatV1Ref {
  if (chat.api === 'v1') return chat;
  throw new ChatError({ kind: 'unreadable' });
}
