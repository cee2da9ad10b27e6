import type { Failure } from '../../session/failure.ts';
import { ChatError, failureOf } from '../../session/failure.ts';
import { isSameText } from '../../session/isSameText.ts';
import type { Batch, ChatLine, ChatRef, Clock } from '../../session/ports.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import type { Post } from '../http.ts';
import { asTrouble } from './asTrouble.ts';
import { isOfPage } from './isOfPage.ts';
import { createInbox, mergeBatches } from './mergeBatches.ts';
import { createOutcome } from './outcome.ts';
import type { Push } from './push.ts';
import { createPushPace } from './pushPace.ts';
import { createReadingMark } from './readingMark.ts';
import { createWayFinder } from './wayFinder.ts';
import { readPushedReply } from './readPushedReply.ts';
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

/** A refusal may have been about something that nobody waits for; two in a row are an answer. */
const REFUSALS_TO_BELIEVE = 2;
/** What fails so soon was a connection that was none any more. */
const PROMPT_MS = 3_000;
/** A good-bye that is under way must get out before the connection is given up. */
const GRACE_MS = 5_000;

/**
 * Takes up a chat of Chat API v2 that was opened over Bayeux. All that is said is published, all that happens is pushed; after each
 * connect, and after ten quiet seconds, it asks from its own mark on, so nothing that got lost stays lost. When the
 * server cannot be reached that way, or pushes nothing, the same chat goes on by polling, until it can.
 * Source: protocol/gms-chat.md §12, TV-37, TV-38, genesys-widgets-observed.md.
 */
export function createChatV2PushLine(parts: ChatV2PushParts, opened: Batch | ChatV2Ref): ChatLine {
  const { wire, post, settings, clock, push, addRich = (batch) => batch } = parts;
  let chat = 'api' in opened ? opened : ours(opened.chat);
  let rest: ChatLine | null = null;
  let refusals = 0;
  let verdict: Failure | null = null;
  let isOver = false;
  /** after which index the earlier page begins that is asked for; null for none */
  let page: number | null = null;
  let underWay: Readonly<{ text: string; after: number }> | null = null;
  const ways = createWayFinder(push, clock);
  const mark = createReadingMark();
  const inbox = createInbox();
  const answer = createOutcome<Batch>(clock);
  const echo = createOutcome<void>(clock);
  const pace = createPushPace(settings, clock, () => !ways.isPolling());
  if ('events' in opened) mark.answered(mark.fresh(opened.events));

  function heard(data: unknown): void {
    const reply = readPushedReply(wire, data);
    // a page may be told of chats that are not its own
    if (reply === null || (reply.chatId && reply.chatId !== chat.chatId)) return;
    const failure = wire.failureIn(reply, 'action');
    if (failure) return refuse(failure);
    refusals = 0;
    ways.heard('bayeux');
    chat = wire.newestIds(reply, chat);
    const batch = addRich(wire.batchOf(reply, chat), wire.richRows(reply.messages));
    isOver ||= batch.isEnded;
    if (batch.events.some(isEcho)) echo.settle();
    const isPage = answer.isAwaited() && isOfPage(batch.events, page, mark.at());
    if (isPage) mark.answered(batch.events);
    // where something is missing before it, it comes again with that
    else if (!mark.told(batch.events) && !batch.isEnded) return poll.refreshNow();
    const { nextPosition } = reply;
    if (!answer.isAwaited() || (page !== null && !isPage)) inbox.put(batch);
    else answer.settle(nextPosition ? { ...batch, last: nextPosition - 1 } : batch);
  }

  /**
   * A refusal names nobody: whoever waits for the outcome of a message is meant, then whoever asked. It may have been
   * about something that nobody waits for, so who asked believes that the chat is gone the second time.
   */
  function refuse(said: Failure): void {
    if (echo.isAwaited()) return echo.refuse(said);
    if (said.kind === 'refused' && answer.isAwaited()) refusals += 1;
    const isGone = said.kind === 'over' || refusals >= REFUSALS_TO_BELIEVE;
    const failure: Failure = isGone ? { ...said, kind: 'over' } : said;
    answer.refuse(failure);
    if (failure.kind !== 'over') return;
    isOver = true;
    verdict = failure;
    poll.refreshNow();
  }

  /** Of this very message: that of one before it, which was given up, may come late. */
  function isEcho(event: Batch['events'][number]): boolean {
    if (event.type !== 'said' || event.from.role !== 'me' || underWay === null) return false;
    return (event.index ?? Infinity) > underWay.after && isSameText(underWay.text, event.text);
  }

  /** Publishes once more when the server forgot us before it looked at it. */
  async function say(operation: string, fields: Record<string, unknown> = {}): Promise<void> {
    const { chatId, userId, secureKey, alias } = chat;
    const ids = { chatId, ...(userId && { userId }), secureKey, ...(alias && { alias }) };
    const command = { operation, ...ids, ...fields };
    await push.connect();
    await push.publish(command).catch(async (error: unknown) => {
      if (failureOf(error).kind !== 'busy' || push.isUp()) throw error;
      await push.connect();
      await push.publish(command);
    });
  }

  function ask(position = mark.at()): Promise<void> {
    return say('requestNotifications', { transcriptPosition: position + 1 }).catch((error: unknown) => {
      throw new ChatError(asTrouble(failureOf(error)));
    });
  }

  const poll = wire.pollTranscript(pace.settings, clock, async (asked, signal) => {
    if (verdict) throw new ChatError(verdict);
    page = asked < mark.at() ? asked : null;
    // beside the channel, where everything is told from a mark on, if the chat is known there
    if (ways.isPolling() || (page !== null && ways.isRestKnown())) return refreshByRest(asked, signal);
    rest = null;
    const wasUp = push.isUp();
    const askedAt = clock.now();
    return question(signal).catch((error: unknown) => {
      const isPrompt = clock.now() - askedAt < PROMPT_MS;
      // that an old connection is none any more, after a sleep for one, says nothing about the server
      if (wasUp && !push.isUp() && isPrompt && !signal.aborted) return question(signal);
      ways.failed(askedAt);
      throw error;
    });
  });

  function question(signal: AbortSignal): Promise<Batch> {
    return pace.timed(() => answer.after(() => ask(page ?? mark.at()), settings.requestTimeout, signal));
  }

  /** One refresh of the polling line, which has the newest ids from here on. */
  async function refreshByRest(position: number, signal: AbortSignal): Promise<Batch> {
    returnToPush();
    const line = byRest();
    line.refreshNow();
    try {
      for await (const batch of line.listen(() => position, signal)) {
        mark.answered(batch.events);
        ways.heard('rest');
        isOver ||= batch.isEnded;
        chat = ours(batch.chat);
        return batch;
      }
    } catch (error) {
      throw error instanceof ChatError ? new ChatError(ways.judgedByRest(error.failure)) : error;
    }
    throw new ChatError({ kind: 'network' });
  }

  /** Beside the poll, which does not wait for it. */
  function returnToPush(): void {
    const next = ways.returning();
    if (next === 'connect') push.connectInBackground();
    if (next === 'ask') ask().catch(() => undefined);
  }

  function byRest(): ChatLine {
    return (rest ??= wire.createChatV2Line(post, settings, clock, chat));
  }

  const release = push.hold({
    heard,
    changed(how) {
      if (how === 'broken') {
        answer.refuse({ kind: 'network' });
        echo.refuse({ kind: 'network' });
      }
      // who waits for an answer has asked for the connection, and goes on
      if (!answer.isAwaited()) poll.refreshNow();
    },
    position: mark.at,
  });

  return {
    listen(position, signal, earlier) {
      mark.from(position());
      return mergeBatches(
        poll.listen(() => mark.from(position()), signal, earlier),
        inbox,
        mark,
      );
    },
    refreshNow: poll.refreshNow,
    async send(text, signal, answers) {
      if (ways.isPolling()) {
        poll.quicken();
        return byRest().send(text, signal, answers);
      }
      await push.connect().catch(() => {
        // nothing has left: it goes when the line is good again
        throw new ChatError({ kind: 'busy', retryAfterMs: 1_000 });
      });
      underWay = { text, after: mark.at() };
      const fields = { message: text, messageType: 'text', ...(answers && wire.relatedTo(answers)) };
      await echo.after(() => say('sendMessage', fields), settings.requestTimeout, signal);
      return chat;
    },
    async signalTyping(isTyping, signal) {
      if (ways.isPolling()) return byRest().signalTyping(isTyping, signal);
      // nobody is connected for so little
      if (!push.isUp()) return;
      const message = settings.preview?.();
      await say(isTyping ? 'startTyping' : 'stopTyping', message === undefined ? {} : { message });
    },
    async rename(nickname, signal) {
      if (ways.isPolling()) return byRest().rename(nickname, signal);
      await say('updateNickname', { nickname });
    },
    async tell(news, signal) {
      // what was read has no word on this channel
      const isForRest = ways.isPolling() || (news.type === 'read' && ways.isRestKnown());
      if (isForRest) return byRest().tell?.(news, signal);
      if (news.type === 'read') return;
      const { newsBody } = await import('../chatV2/newsBody.ts');
      await say(...newsBody(news));
    },
    async leave(signal) {
      await (push.isUp() && !ways.isPolling() ? say('disconnect') : byRest().leave(signal));
      release();
    },
    close() {
      if (isOver) release();
      else clock.sleep(GRACE_MS, new AbortController().signal).then(release, release);
    },
  };
}

function ours(chat: ChatRef): ChatV2Ref {
  if (chat.api === 'v2') return chat;
  throw new ChatError({ kind: 'unreadable' });
}
