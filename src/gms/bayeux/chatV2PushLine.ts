import type { Failure } from '../../session/failure.ts';
import { ChatError, failureOf } from '../../session/failure.ts';
import type { Batch, ChatLine, ChatRef, Clock } from '../../session/ports.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import type { Post } from '../http.ts';
import { isJsonObject } from '../jsonObject.ts';
import { createInbox, mergeBatches } from './mergeBatches.ts';
import { createOutcome } from './outcome.ts';
import type { Push } from './push.ts';
import { pushPace } from './pushPace.ts';
import { createReadingMark } from './readingMark.ts';
import type { Wire } from './wire.ts';

type ChatV2Ref = Extract<ChatRef, { api: 'v2' }>;

export type ChatV2PushParts = Readonly<{
  wire: Wire;
  post: Post;
  settings: GmsSettings;
  clock: Clock;
  push: Push;
  /** reads structured content; absent: the words of a message are all */
  addRich?: (batch: Batch, rows: ReturnType<Wire['richRows']>) => Batch;
}>;

/** So many questions without an answer in a row, and the server does not push, whatever it says. */
const SILENCES_TO_BELIEVE = 3;
/** A good-bye that is under way must get out before the connection is given up. */
const GRACE_MS = 5_000;

/**
 * Takes up a chat of Chat API v2 over Bayeux. All that is said is published, all that happens is pushed; after each
 * connect, and after ten quiet seconds, it asks from its own mark on, so nothing that got lost stays lost. When the
 * server cannot be reached that way, or pushes nothing, the same chat goes on by polling, until it can.
 * Source: protocol/gms-chat.md §12, TV-37, TV-38, genesys-widgets-observed.md.
 */
export function createChatV2PushLine(parts: ChatV2PushParts, opened: Batch | ChatV2Ref): ChatLine {
  const { wire, post, settings, clock, push, addRich = (batch) => batch } = parts;
  let chat = 'api' in opened ? opened : ours(opened.chat);
  let rest: ChatLine | null = null;
  let silences = 0;
  let verdict: Failure | null = null;
  let sentAfter = 0;
  const mark = createReadingMark();
  const inbox = createInbox();
  const answer = createOutcome<Batch>(clock);
  const echo = createOutcome<void>(clock);
  if ('events' in opened) mark.answered(mark.fresh(opened.events));

  const isPolling = () => silences >= SILENCES_TO_BELIEVE || (!push.isUp() && push.isHopeless());

  function heard(data: unknown): void {
    const reply = readReply(wire, data);
    // a page may be told of chats that are not its own
    if (reply === null || (reply.chatId && reply.chatId !== chat.chatId)) return;
    const isAboutUs = answer.isAwaited() && !echo.isAwaited();
    const failure = wire.failureIn(reply, isAboutUs ? 'refresh' : 'action');
    if (failure) return refuse(failure);
    silences = 0;
    chat = wire.newestIds(reply, chat);
    const batch = addRich(wire.batchOf(reply, chat), wire.richRows(reply.messages));
    const isWhole = mark.told(batch.events);
    if (batch.events.some(isEcho)) echo.settle();
    if (answer.isAwaited()) answer.settle(batch);
    else inbox.put(batch);
    if (!isWhole) poll.refreshNow();
  }

  /** A refusal names nobody: whoever waits for the outcome of a message is meant, then whoever asked. */
  function refuse(failure: Failure): void {
    if (echo.isAwaited()) echo.refuse(failure);
    else if (answer.isAwaited()) answer.refuse(failure);
    if (failure.kind !== 'over') return;
    verdict = failure;
    poll.refreshNow();
  }

  function isEcho(event: Batch['events'][number]): boolean {
    return event.type === 'said' && event.from.role === 'me' && (event.index ?? Infinity) > sentAfter;
  }

  /** Publishes once more when the server forgot us before it looked at it. */
  async function say(operation: string, fields: Record<string, unknown> = {}): Promise<void> {
    const { chatId, userId, secureKey, alias } = chat;
    const ids = { chatId, ...(userId && { userId }), secureKey, ...(alias && { alias }) };
    const command = { operation, ...ids, ...fields };
    await push.connect();
    await push.publish(command).catch(async (error: unknown) => {
      if (failureOf(error).kind !== 'busy') throw error;
      await push.connect();
      await push.publish(command);
    });
  }

  const poll = wire.pollTranscript(
    pushPace(settings, () => !isPolling()),
    clock,
    async (_, signal) => {
      if (verdict) throw new ChatError(verdict);
      if (isPolling()) return refreshByRest(signal);
      rest = null;
      const transcriptPosition = mark.at() + 1;
      const ask = () => say('requestNotifications', { transcriptPosition });
      return answer.after(ask, settings.requestTimeout, signal).catch((error: unknown) => {
        if (failureOf(error).kind === 'timeout') silences += 1;
        throw error;
      });
    },
  );

  /** One refresh of the polling line, which has the newest ids from here on. */
  async function refreshByRest(signal: AbortSignal): Promise<Batch> {
    push.connectInBackground();
    const line = byRest();
    line.refreshNow();
    for await (const batch of line.listen(mark.at, signal)) {
      mark.answered(batch.events);
      chat = ours(batch.chat);
      return batch;
    }
    throw new ChatError({ kind: 'network' });
  }

  function byRest(): ChatLine {
    return (rest ??= wire.createChatV2Line(post, settings, clock, chat));
  }

  const release = push.hold({
    heard,
    changed() {
      if (!push.isUp()) {
        answer.refuse({ kind: 'network' });
        echo.refuse({ kind: 'network' });
      }
      // who waits for an answer has asked for the connection, and goes on
      if (!answer.isAwaited()) poll.refreshNow();
    },
    position: mark.at,
  });

  return {
    listen(position, signal) {
      mark.begin(position());
      return mergeBatches(poll.listen(mark.at, signal), inbox, mark);
    },
    refreshNow: poll.refreshNow,
    async send(text, signal, answers) {
      if (isPolling()) {
        poll.quicken();
        return byRest().send(text, signal, answers);
      }
      await push.connect().catch(() => {
        // nothing has left: it goes when the line is good again
        throw new ChatError({ kind: 'busy', retryAfterMs: 1_000 });
      });
      sentAfter = mark.at();
      const fields = { message: text, messageType: 'text', ...(answers && wire.relatedTo(answers)) };
      const publish = () => say('sendMessage', fields);
      await echo.after(publish, settings.requestTimeout, signal);
      return chat;
    },
    async signalTyping(isTyping, signal) {
      if (isPolling()) return byRest().signalTyping(isTyping, signal);
      const message = settings.preview?.();
      await say(isTyping ? 'startTyping' : 'stopTyping', message === undefined ? {} : { message });
    },
    async rename(nickname, signal) {
      if (isPolling()) return byRest().rename(nickname, signal);
      await say('updateNickname', { nickname });
    },
    // not every kind of news has a word on this channel, and all have one beside it
    tell: async (news, signal) => byRest().tell?.(news, signal),
    async leave(signal) {
      await (isPolling() ? byRest().leave(signal) : say('disconnect'));
      release();
    },
    close() {
      clock.sleep(GRACE_MS, new AbortController().signal).then(release, release);
    },
  };
}

function readReply(wire: Wire, data: unknown) {
  try {
    return isJsonObject(data) ? wire.readChatReply(data) : null;
  } catch {
    return null;
  }
}

function ours(chat: ChatRef): ChatV2Ref {
  if (chat.api === 'v2') return chat;
  throw new ChatError({ kind: 'unreadable' });
}
