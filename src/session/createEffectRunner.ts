import { assertNever } from '../lib/assertNever.ts';
import type { PortEffect } from './effect.ts';
import type { SessionFact, TimerName } from './event.ts';
import type { Failure } from './failure.ts';
import { failureOf } from './failure.ts';
import type { ChatLine, ChatRef, ChatTransport, Clock, Log, ServiceDesk } from './ports.ts';

type Dispatch = (fact: SessionFact) => void;

export type EffectRunner = (effect: PortEffect, dispatch: Dispatch) => void;

export type EffectPorts = Readonly<{
  desk: ServiceDesk;
  transport: ChatTransport;
  clock: Clock;
  log: Log;
  /** 0 to 1 */
  random: () => number;
  /** highest index known to the session */
  position: () => number;
}>;

/** How long a good-bye may take: the server drops a silent client by itself. */
const LEAVE_TIMEOUT_MS = 3_000;

/**
 * Makes effects happen through the ports and brings what came of them back as events.
 * Whatever is started belongs to one of three owners that end it: the session, the line, or its timer.
 */
export function createEffectRunner(ports: EffectPorts): EffectRunner {
  const { desk, transport, clock } = ports;
  const timers = new Map<TimerName, AbortController>();
  let session = new AbortController();
  let listening: AbortController | null = null;
  let line: ChatLine | null = null;

  function setTimer(timer: TimerName, ms: number, dispatch: Dispatch): void {
    timers.get(timer)?.abort();
    const controller = new AbortController();
    timers.set(timer, controller);
    clock.sleep(ms, controller.signal).then(() => {
      timers.delete(timer);
      dispatch({ type: 'timerFired', timer });
    }, ignoreAbort);
  }

  function clearTimers(names: Iterable<TimerName>): void {
    for (const name of names) {
      timers.get(name)?.abort();
      timers.delete(name);
    }
  }

  function listen(chat: ChatRef, isUrgent: boolean, dispatch: Dispatch): void {
    listening?.abort();
    listening = new AbortController();
    line ??= transport.attach(chat);
    if (isUrgent) line.refreshNow();
    void follow(line, listening.signal, dispatch);
  }

  async function follow(current: ChatLine, signal: AbortSignal, dispatch: Dispatch): Promise<void> {
    try {
      for await (const batch of current.listen(ports.position, signal)) {
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
      ports.log.warn(`${name}.failed`, { kind: failureOf(error).kind });
    });
  }

  function leave(): void {
    const leaving = new AbortController();
    clock.sleep(LEAVE_TIMEOUT_MS, leaving.signal).then(() => leaving.abort(), ignoreAbort);
    line?.leave(leaving.signal).then(
      () => leaving.abort(),
      () => leaving.abort(),
    );
  }

  function stopAll(): void {
    session.abort();
    session = new AbortController();
    listening?.abort();
    line = null;
    clearTimers([...timers.keys()]);
  }

  return function runEffect(effect, dispatch) {
    const startFailed = (failure: Failure) => dispatch({ type: 'startFailed', failure });
    switch (effect.type) {
      case 'startService':
        return ask(
          (signal) => desk.start(effect.order, signal),
          (reply) => dispatch({ type: 'startAnswered', reply }),
          startFailed,
        );
      case 'followDialog':
        return ask(
          (signal) => desk.follow(effect.path, signal),
          (reply) => dispatch({ type: 'startAnswered', reply }),
          startFailed,
        );
      case 'openChat':
        return ask(
          (signal) => transport.open(effect.order, effect.invitation, signal),
          (batch) => dispatch({ type: 'chatOpened', batch }),
          startFailed,
        );
      case 'listen':
        return listen(effect.chat, effect.now, dispatch);
      case 'refreshNow':
        return line?.refreshNow();
      case 'send': {
        const current = line;
        if (current === null) return;
        return ask(
          (signal) => current.send(effect.text, signal),
          (chat) => dispatch({ type: 'sendAccepted', key: effect.key, chat }),
          (failure) => dispatch({ type: 'sendFailed', key: effect.key, failure }),
        );
      }
      case 'signalTyping':
        return tell('typing', (current, signal) => current.signalTyping(effect.isTyping, signal));
      case 'rename':
        return tell('rename', (current, signal) => current.rename(effect.nickname, signal));
      case 'leaveChat':
        return leave();
      case 'setTimer':
        return setTimer(effect.timer, effect.ms, dispatch);
      case 'clearTimers':
        return clearTimers(effect.timers);
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
