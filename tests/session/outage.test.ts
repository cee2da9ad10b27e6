import { describe, expect, test } from 'vitest';
import type { SessionEffect } from '../../src/session/effect.ts';
import type { SessionFact } from '../../src/session/event.ts';
import type { Failure } from '../../src/session/failure.ts';
import { retryDelay } from '../../src/session/phases/retryDelay.ts';
import { selectStatus } from '../../src/session/selectors.ts';
import type { SessionState } from '../../src/session/state.ts';
import { transition } from '../../src/session/transition.ts';
import { batch, event, maria, NOON, said, states } from './samples.ts';

const NETWORK: Failure = { kind: 'network' };
const SECOND = 1_000;
const MINUTE = 60_000;

/** A chat in which time passes: timers fire when they are due, and each attempt fails at once while the line is down. */
function chatting({ jitter = 0, failure = NETWORK }: { jitter?: number; failure?: Failure } = {}) {
  let state: SessionState = states.chat;
  let now = NOON;
  const timers = new Map<string, number>();
  const attempts: number[] = [];
  const sent: string[] = [];
  const line = { isDown: false };

  function carryOut(effect: SessionEffect): void {
    if (effect.type === 'setTimer') timers.set(effect.timer, now + effect.ms);
    if (effect.type === 'clearTimers') for (const timer of effect.timers) timers.delete(timer);
    if (effect.type === 'send') sent.push(effect.text);
    if (effect.type !== 'listen' && effect.type !== 'refreshNow') return;
    attempts.push(now);
    if (line.isDown) dispatch({ type: 'linkLost', failure, jitter });
  }

  function dispatch(fact: SessionFact): void {
    const [next, ...effects] = transition(state, event(fact, now));
    state = next;
    for (const effect of effects) carryOut(effect);
  }

  return {
    dispatch,
    attempts,
    sent,
    line,
    timers,
    state: () => state,
    link: () => (state.phase === 'chat' ? state.link : null),
    pass(ms: number) {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].toSorted((one, other) => one[1] - other[1]);
        if (next === undefined || next[1] > end) break;
        timers.delete(next[0]);
        now = Math.max(now, next[1]);
        dispatch({ type: 'timerFired', timer: next[0] as 'retry' }); // keys are names of timers
      }
      now = end;
    },
    /** The machine sleeps: time passes, and no timer notices. */
    sleep(ms: number) {
      now += ms;
    },
    lose() {
      line.isDown = true;
      dispatch({ type: 'linkLost', failure, jitter });
    },
    answer(isEnded = false) {
      line.isDown = false;
      dispatch({ type: 'received', batch: batch([], isEnded) });
    },
  };
}

function mostInAMinute(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + MINUTE).length));
}

describe('an outage', () => {
  test.for([0, 0.5, 1])('is tried twice within any 45 seconds of its first minute (jitter %d)', (jitter) => {
    const chat = chatting({ jitter });
    chat.lose();
    chat.pass(MINUTE);
    for (let from = NOON; from + 45 * SECOND <= NOON + MINUTE; from += SECOND) {
      const within = chat.attempts.filter((at) => at >= from && at <= from + 45 * SECOND);
      expect(within.length).toBeGreaterThanOrEqual(2);
    }
  });

  test.for([0, 0.5, 1])(
    'asks at most twelve times a minute, however often it is cut short (jitter %d)',
    (jitter) => {
      const chat = chatting({ jitter });
      chat.lose();
      for (let turn = 0; turn < 240; turn += 1) {
        chat.pass(SECOND);
        const type = (['wentOnline', 'wokeUp', 'retryRequested'] as const)[turn % 3] ?? 'wokeUp';
        chat.dispatch({ type });
      }
      // with the refresh that failed first
      expect(mostInAMinute(chat.attempts)).toBeLessThanOrEqual(11);
      expect(chat.attempts.length).toBeGreaterThan(30);
    },
  );

  test('spares a server that has been away for long', () => {
    const chat = chatting({ jitter: 1 });
    chat.lose();
    chat.pass(5 * MINUTE);
    expect(chat.attempts.filter((at) => at >= NOON + 4 * MINUTE).length).toBeLessThanOrEqual(3);
    expect([70, 100].map((s) => retryDelay(9, 1, NETWORK, s * SECOND))).toEqual([30_000, 30_000]);
  });

  test('is given up after ten minutes, until somebody wants to try or there is a sign of life', () => {
    for (const type of ['retryRequested', 'wentOnline', 'wokeUp'] as const) {
      const chat = chatting();
      chat.lose();
      chat.pass(11 * MINUTE);
      expect(chat.link()).toMatchObject({ isGivenUp: true, retryAt: null });
      const before = chat.attempts.length;
      chat.pass(60 * MINUTE);
      expect(chat.attempts).toHaveLength(before);
      expect(selectStatus(chat.state())).toBe('reconnecting');
      chat.line.isDown = false;
      chat.dispatch({ type });
      expect(chat.attempts).toHaveLength(before + 1);
      chat.answer();
      expect(chat.link()).toMatchObject({ isGivenUp: false, failures: 0 });
    }
  });

  test('keeps the time that the server asked for, also when the visitor presses', () => {
    const chat = chatting({ failure: { kind: 'busy', status: 503, retryAfterMs: 30 * SECOND } });
    chat.lose();
    chat.pass(10 * SECOND);
    chat.dispatch({ type: 'retryRequested' });
    chat.dispatch({ type: 'wentOnline' });
    expect(chat.attempts).toEqual([]);
    expect(chat.link()?.retryAt).toBe(NOON + 30 * SECOND);
    chat.pass(20 * SECOND);
    expect(chat.attempts).toEqual([NOON + 30 * SECOND]);
  });
});

describe('after a sleep', () => {
  test('nothing is sent before the first answer, although no timer has told (F87)', () => {
    const chat = chatting();
    chat.answer();
    chat.sleep(2 * 3_600 * SECOND);
    chat.dispatch({ type: 'sendRequested', key: 'a', text: 'Still there?' });
    expect(chat.sent).toEqual([]);
    expect(selectStatus(chat.state())).toBe('reconnecting');
    chat.answer();
    expect(chat.sent).toEqual(['Still there?']);
  });

  test('asks anew instead of waiting for what was asked before', () => {
    const chat = chatting();
    chat.sleep(MINUTE);
    const [, ...effects] = transition(chat.state(), event({ type: 'wokeUp' }, NOON + MINUTE));
    expect(effects.map((effect) => effect.type)).toEqual(['clearTimers', 'listen']);
  });

  test('the first answer decides, and says that it happened meanwhile', () => {
    const over = chatting();
    over.sleep(MINUTE);
    over.dispatch({ type: 'linkLost', failure: { kind: 'over' }, jitter: 0 });
    expect(over.state()).toMatchObject({ phase: 'ended', reason: 'away' });
    const told = chatting();
    told.sleep(MINUTE);
    told.answer(true);
    expect(told.state()).toMatchObject({ phase: 'ended', reason: 'away' });
  });

  test('an end that somebody made is still theirs', () => {
    const chat = chatting();
    chat.dispatch({ type: 'received', batch: batch([said(1, maria, 'Bye')]) });
    chat.sleep(MINUTE);
    const left = { type: 'left', index: 2, at: NOON, from: maria } as const;
    chat.dispatch({ type: 'received', batch: batch([left], true) });
    expect(chat.state()).toMatchObject({ phase: 'ended', reason: 'agent' });
  });
});

test('a line is never called good when its last good answer is fifteen seconds old', () => {
  const chat = chatting();
  chat.dispatch({ type: 'received', batch: batch([said(1, maria, 'Hello')]) });
  expect(selectStatus(chat.state())).toBe('connected');
  chat.pass(14 * SECOND);
  expect(selectStatus(chat.state())).toBe('connected');
  chat.pass(SECOND);
  expect(selectStatus(chat.state())).toBe('reconnecting');
});
