import { assertNever } from '../lib/assertNever.ts';
import type { PortEffect } from './effect.ts';
import { createTimers } from './createTimers.ts';
import type { SessionFact } from './event.ts';
import type { Failure } from './failure.ts';
import { failureOf } from './failure.ts';
import type {
  ChatLine,
  ChatRef,
  ChatTransport,
  Clock,
  CustomNotice,
  Log,
  OwnerLock,
  Seat,
  ServiceDesk,
} from './ports.ts';

type Dispatch = (fact: SessionFact) => void;

type SendEffect = Extract<PortEffect, { type: 'send' }>;

export type EffectRunner = (effect: PortEffect, dispatch: Dispatch) => void;

export type EffectPorts = Readonly<{
  desk: ServiceDesk;
  transport: ChatTransport;
  ownerLock: OwnerLock;
  clock: Clock;
  log: Log;
  /** 0 to 1 */
  random: () => number;
  /** told of what programs of the site say through the chat, each once */
  onNotice?: (notice: CustomNotice) => void;
  /** highest index known to the session */
  position: () => number;
  /** the earlier page that the session wishes for; null for none */
  earlier?: () => number | null;
}>;

/** How long a good-bye may take: the server drops a silent client by itself. */
const LEAVE_TIMEOUT_MS = 3_000;

/**
 * Makes effects happen through the ports and brings what came of them back as events.
 * Whatever is started belongs to one of four owners that end it: the session, the line, the seat, or its timer.
 */
export function createEffectRunner(ports: EffectPorts): EffectRunner {
  const { desk, transport, clock } = ports;
  const timers = createTimers(clock);
  let session = new AbortController();
  let listening: AbortController | null = null;
  let line: ChatLine | null = null;
  let holding = new AbortController();
  let seat: Seat | null = null;
  const sends = new Set<Promise<unknown>>();

  function listen(chat: ChatRef, isUrgent: boolean, dispatch: Dispatch): void {
    listening?.abort();
    listening = new AbortController();
    line ??= transport.attach(chat);
    if (isUrgent) line.refreshNow();
    void follow(line, listening.signal, dispatch);
  }

  function hold(chat: ChatRef, dispatch: Dispatch): void {
    holding.abort();
    holding = new AbortController();
    const { signal } = holding;
    const tell: Dispatch = (news) => {
      if (!signal.aborted) dispatch(news);
    };
    seat = ports.ownerLock.hold(chat, tell, signal);
  }

  /** A message under way goes on: whoever has the chat next looks for it in the transcript. */
  function yieldChat(): void {
    stopLine();
    seat?.yield();
  }

  async function follow(current: ChatLine, signal: AbortSignal, dispatch: Dispatch): Promise<void> {
    try {
      for await (const batch of current.listen(ports.position, signal, ports.earlier)) {
        if (signal.aborted) return;
        dispatch({ type: 'received', batch });
      }
    } catch (error) {
      if (!signal.aborted) dispatch({ type: 'linkLost', failure: failureOf(error), jitter: ports.random() });
    }
  }

  /** Runs a request whose outcome is an event; after `stopAll` the outcome interests nobody. */
  function ask<Answer>(
    request: (signal: AbortSignal) => Promise<Answer>,
    answered: (answer: Answer) => void,
    failed: (failure: Failure) => void,
  ): void {
    const { signal } = session;
    request(signal).then(
      (answer) => {
        if (!signal.aborted) answered(answer);
      },
      (error: unknown) => {
        if (!signal.aborted) failed(failureOf(error));
      },
    );
  }

  /** Courtesies: when they fail, the chat goes on and nobody is told. */
  function tell(name: string, request: (current: ChatLine, signal: AbortSignal) => Promise<void>): void {
    if (line === null) return;
    request(line, session.signal).catch((error: unknown) => {
      const { kind } = failureOf(error);
      if (kind !== 'offline') ports.log.warn(`${name}.failed`, { kind });
    });
  }

  /** A message is never called off: it may have arrived, and its fate is told to whoever is there to hear it. */
  function send({ key, text, answers }: SendEffect, dispatch: Dispatch): void {
    if (line === null) return;
    const sending = line.send(text, new AbortController().signal, answers).then(
      (chat) => dispatch({ type: 'sendAccepted', key, chat }),
      (error: unknown) => dispatch({ type: 'sendFailed', key, failure: failureOf(error) }),
    );
    sends.add(sending);
    void sending.then(() => sends.delete(sending));
  }

  /** Says good-bye after the last words, if those do not take too long. */
  async function leave(): Promise<void> {
    const leaver = line;
    await withinLeaveTime(() => Promise.all(sends));
    await withinLeaveTime((signal) => leaver?.leave(signal));
  }

  async function withinLeaveTime(work: (signal: AbortSignal) => Promise<unknown> | undefined): Promise<void> {
    const done = new AbortController();
    const time = clock.sleep(LEAVE_TIMEOUT_MS, done.signal).then(() => done.abort(), ignoreAbort);
    // the server drops a silent client by itself: a good-bye that fails is nobody's loss
    await Promise.race([time, work(done.signal)?.then(ignoreAbort, ignoreAbort)]);
    done.abort();
  }

  function awaitAgent(serviceId: string, dispatch: Dispatch): void {
    // nobody learns of it when it cannot be had: there are other ways to be connected
    const { signal } = session;
    desk.agentReady?.(serviceId, signal).then((path) => {
      if (!signal.aborted) dispatch({ type: 'agentReady', serviceId, path });
    }, ignoreAbort);
  }

  /** Outlives the session, as a good-bye does: the order must not stay behind. */
  function release(serviceId: string, dispatch: Dispatch): void {
    const released = () => dispatch({ type: 'orderReleased' });
    desk.cancel(serviceId, new AbortController().signal).then(released, (error: unknown) => {
      ports.log.warn('release.failed', { kind: failureOf(error).kind });
      released();
    });
  }

  function stopAll(): void {
    session.abort();
    session = new AbortController();
    stopLine();
    holding.abort();
  }

  function stopLine(): void {
    listening?.abort();
    line?.close?.();
    line = null;
    timers.clearAll();
  }

  return function runEffect(effect, dispatch) {
    const startFailed = (failure: Failure) => dispatch({ type: 'startFailed', failure });
    const unread = () => dispatch({ type: 'answerUnread' });
    switch (effect.type) {
      case 'startService':
        return ask(
          (signal) => desk.start(effect.order, signal, unread),
          (reply) => dispatch({ type: 'startAnswered', reply }),
          startFailed,
        );
      case 'followDialog':
        return ask(
          (signal) => desk.follow(effect.path, signal),
          (reply) => dispatch({ type: 'startAnswered', reply }),
          startFailed,
        );
      case 'connectService':
        return ask(
          (signal) => desk.connect(effect.serviceId, signal),
          (reply) => dispatch({ type: 'startAnswered', reply }),
          startFailed,
        );
      case 'releaseService':
        return release(effect.serviceId, dispatch);
      case 'awaitAgent':
        return awaitAgent(effect.serviceId, dispatch);
      case 'openChat':
        return ask(
          (signal) => transport.open(effect.order, effect.invitation, signal, unread),
          (batch) => dispatch({ type: 'chatOpened', batch }),
          startFailed,
        );
      case 'listen':
        return listen(effect.chat, effect.now, dispatch);
      case 'refreshNow':
        return line?.refreshNow();
      case 'holdChat':
        return hold(effect.chat, dispatch);
      case 'takeOver':
        return seat?.takeOver();
      case 'yieldChat':
        return yieldChat();
      case 'send':
        return send(effect, dispatch);
      case 'signalTyping':
        return tell('typing', (current, signal) => current.signalTyping(effect.isTyping, signal));
      case 'rename':
        return tell('rename', (current, signal) => current.rename(effect.nickname, signal));
      case 'passOn':
        return ports.onNotice?.(effect.notice);
      case 'tell':
        return tell('news', async (current, signal) => current.tell?.(effect.news, signal));
      case 'leaveChat':
        return void leave();
      case 'setTimer':
        return timers.set(effect.timer, effect.ms, () =>
          dispatch({ type: 'timerFired', timer: effect.timer }),
        );
      case 'clearTimers':
        return timers.clear(effect.timers);
      case 'stopAll':
        return stopAll();
      default:
        return assertNever(effect);
    }
  };
}

function ignoreAbort(): void {
  // the owner of the timer gave it up
}
