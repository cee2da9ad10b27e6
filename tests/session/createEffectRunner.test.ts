import { describe, expect, test } from 'vitest';
import type { EffectRunner } from '../../src/session/createEffectRunner.ts';
import { createEffectRunner } from '../../src/session/createEffectRunner.ts';
import type { PortEffect } from '../../src/session/effect.ts';
import { onlyWindow } from '../../src/session/onlyWindow.ts';
import type { SessionFact } from '../../src/session/event.ts';
import { ChatError } from '../../src/session/failure.ts';
import type { Batch, ChatLine } from '../../src/session/ports.ts';
import { createTestClock } from '../gms/testClock.ts';
import { batch, chat, order } from './samples.ts';

/** A line that answers what the test says, and notes what it was asked. */
function createLine() {
  const asked: string[] = [];
  const answers: (Batch | ChatError)[] = [];
  let wake = () => {};
  const line: ChatLine = {
    async *listen(_position, signal) {
      while (!signal.aborted) {
        const answer = answers.shift();
        if (answer instanceof ChatError) throw answer;
        if (answer) yield answer;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
            signal.addEventListener('abort', () => resolve());
          });
      }
      asked.push('stopped listening');
    },
    refreshNow: () => void asked.push('refreshNow'),
    send: async (text) => {
      asked.push(`send ${text}`);
      return chat;
    },
    signalTyping: async (isTyping) => void asked.push(`typing ${isTyping}`),
    rename: () => Promise.reject(new ChatError({ kind: 'refused' })),
    leave: async () => void asked.push('leave'),
    close: () => void asked.push('close'),
  };
  return {
    line,
    asked,
    answer(next: Batch | ChatError) {
      answers.push(next);
      wake();
    },
  };
}

function setUp() {
  const facts: SessionFact[] = [];
  const clock = createTestClock();
  const { line, asked, answer } = createLine();
  const warnings: string[] = [];
  let resolveStart = (_reply: { type: 'wait'; serviceId: string }) => {};
  let agentIsReady = (_path: string) => {};
  const runner: EffectRunner = createEffectRunner({
    desk: {
      start: () =>
        new Promise((resolve) => {
          resolveStart = resolve;
        }),
      agentReady: () =>
        new Promise((resolve) => {
          agentIsReady = resolve;
        }),
      connect: () => Promise.resolve({ type: 'wait', serviceId: 'S1' }),
      cancel: () => Promise.reject(new ChatError({ kind: 'refused', status: 400 })),
      follow: () => Promise.reject(new ChatError({ kind: 'server', status: 500 })),
    },
    transport: { open: () => Promise.resolve(batch()), attach: () => line },
    ownerLock: onlyWindow,
    clock,
    log: { warn: (name) => void warnings.push(name) },
    random: () => 0.5,
    position: () => 0,
  });
  const run = (effect: PortEffect) => runner(effect, (fact) => facts.push(fact));
  return {
    run,
    facts,
    clock,
    asked,
    answer,
    warnings,
    agentIsReady: (path: string) => agentIsReady(path),
    startAnswers: () => resolveStart({ type: 'wait', serviceId: 'S1' }),
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the effects', () => {
  test('bring every answer of the line back until it is lost, with the reason', async () => {
    const { run, facts, answer } = setUp();
    run({ type: 'listen', chat, now: false });
    answer(batch());
    await settled();
    answer(new ChatError({ kind: 'server', status: 502 }));
    await settled();
    expect(facts).toEqual([
      { type: 'received', batch: batch() },
      { type: 'linkLost', failure: { kind: 'server', status: 502 }, jitter: 0.5 },
    ]);
  });

  test('listen once at a time (F22)', async () => {
    const { run, asked } = setUp();
    run({ type: 'listen', chat, now: false });
    await settled();
    run({ type: 'listen', chat, now: true });
    await settled();
    expect(asked).toEqual(['refreshNow', 'stopped listening']);
  });

  test('tell nobody of an answer that came after everything was given up (F22)', async () => {
    const { run, facts, startAnswers } = setUp();
    run({ type: 'startService', order });
    run({ type: 'stopAll' });
    startAnswers();
    await settled();
    expect(facts).toEqual([]);
  });

  test('fire a timer once, not when it was cleared, and anew when it was set again', async () => {
    const { run, facts, clock } = setUp();
    run({ type: 'setTimer', timer: 'retry', ms: 1_000 });
    run({ type: 'setTimer', timer: 'retry', ms: 2_000 });
    run({ type: 'setTimer', timer: 'stale', ms: 1_000 });
    run({ type: 'clearTimers', timers: ['stale'] });
    await clock.advance(1_500);
    expect(facts).toEqual([]);
    await clock.advance(5_000);
    expect(facts).toEqual([{ type: 'timerFired', timer: 'retry' }]);
  });

  test('say good-bye although everything is given up right after', async () => {
    const { run, asked, clock } = setUp();
    run({ type: 'listen', chat, now: false });
    run({ type: 'leaveChat' });
    run({ type: 'stopAll' });
    await settled();
    expect(asked).toContain('leave');
    await clock.advance(60_000);
    expect(clock.sleepers()).toBe(0);
  });

  test('give up what a line holds open when everything is given up', async () => {
    const { run, asked } = setUp();
    run({ type: 'listen', chat, now: false });
    run({ type: 'stopAll' });
    await settled();
    expect(asked).toContain('close');
  });

  test('say that an agent is ready, and nothing after everything was given up', async () => {
    const { run, facts, agentIsReady } = setUp();
    run({ type: 'awaitAgent', serviceId: 'S1' });
    agentIsReady('/1/service/S1/menu');
    await settled();
    expect(facts).toEqual([{ type: 'agentReady', serviceId: 'S1', path: '/1/service/S1/menu' }]);
    run({ type: 'awaitAgent', serviceId: 'S1' });
    run({ type: 'stopAll' });
    agentIsReady('/1/service/S1/menu');
    await settled();
    expect(facts).toHaveLength(1);
  });

  test('take a failed courtesy for what it is', async () => {
    const { run, facts, warnings } = setUp();
    run({ type: 'listen', chat, now: false });
    run({ type: 'rename', nickname: 'Ana' });
    await settled();
    expect(facts).toEqual([]);
    expect(warnings).toEqual(['rename.failed']);
  });

  test('report a step of a dialog that failed', async () => {
    const { run, facts } = setUp();
    run({ type: 'followDialog', path: '/1/service/S1/connect' });
    await settled();
    expect(facts).toEqual([{ type: 'startFailed', failure: { kind: 'server', status: 500 } }]);
  });
});
