import { describe, expect, test } from 'vitest';
import type { SessionFact } from '../../src/session/event.ts';
import type { Failure } from '../../src/session/failure.ts';
import { retryDelay } from '../../src/session/phases/retryDelay.ts';
import { selectStatus, selectTypist } from '../../src/session/selectors.ts';
import { transition } from '../../src/session/transition.ts';
import { after, batch, event, happened, maria, NOON, order, states } from './samples.ts';

const lost = (failure: Failure): SessionFact => ({ type: 'linkLost', failure, jitter: 0 });
const received = (...events: Parameters<typeof batch>[0] & object): SessionFact => ({
  type: 'received',
  batch: batch(events),
});
const withMaria = after(states.chat, received(happened('joined', 1, maria))).state;

describe('the line', () => {
  test('says connected with an agent, finding without one', () => {
    expect(selectStatus(states.chat)).toBe('finding');
    expect(selectStatus(withMaria)).toBe('connected');
    expect(selectStatus(after(withMaria, received(happened('left', 2, maria))).state)).toBe('finding');
  });

  test('is not said to be broken by one failure, and is by two', () => {
    const once = after(withMaria, lost({ kind: 'network' }));
    expect(selectStatus(once.state)).toBe('connected');
    expect(selectStatus(after(once.state, lost({ kind: 'network' })).state)).toBe('reconnecting');
  });

  test('is not said to be good when the last good answer is too old', () => {
    expect(selectStatus(after(withMaria, { type: 'timerFired', timer: 'stale' }).state)).toBe('reconnecting');
  });

  test('is taken up at once when the network is back, when the page is seen again and on request', () => {
    const broken = after(withMaria, lost({ kind: 'network' })).state;
    for (const type of ['wentOnline', 'wokeUp', 'retryRequested'] as const) {
      expect(after(broken, { type }).effects).toEqual(['clearTimers', 'listen']);
    }
  });

  test('is good again after one good answer', () => {
    const { state } = after(
      withMaria,
      lost({ kind: 'server', status: 502 }),
      lost({ kind: 'timeout' }),
      received(),
    );
    expect(selectStatus(state)).toBe('connected');
  });

  test('is over at once when the server says so, and believed gone after three refusals in a row', () => {
    expect(after(withMaria, lost({ kind: 'over' })).state).toMatchObject({ phase: 'ended', reason: 'lost' });
    expect(after(withMaria, lost({ kind: 'missing', status: 404, isFromGms: true })).state.phase).toBe(
      'ended',
    );
    const missing = lost({ kind: 'missing', status: 404 });
    expect(after(withMaria, missing, missing).state.phase).toBe('chat');
    expect(after(withMaria, missing, missing, missing).state).toMatchObject({
      phase: 'ended',
      reason: 'lost',
    });
    expect(after(withMaria, missing, received(), missing, missing).state.phase).toBe('chat');
  });

  test('is not believed gone by one refusal at the end of an outage: that may be a gateway that comes up again', () => {
    const down = lost({ kind: 'server', status: 502 });
    const missing = lost({ kind: 'missing', status: 404 });

    expect(after(withMaria, down, down, down, missing).state.phase).toBe('chat');
    expect(after(withMaria, down, missing, missing, down, missing, missing).state.phase).toBe('chat');
    expect(after(withMaria, down, down, missing, missing, missing).state.phase).toBe('ended');
  });

  test('is tried again twice within the 45 seconds after which the server drops a client', () => {
    const network: Failure = { kind: 'network' };
    expect([1, 2, 3, 4, 5, 9].map((failures) => retryDelay(failures, 1, network))).toEqual([
      1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
    ]);
    expect(retryDelay(3, 0, network)).toBe(2_000);
    expect(retryDelay(1, 0, { kind: 'busy', retryAfterMs: 30_000 })).toBe(30_000);
  });
});

describe('typing', () => {
  test('ends by itself although answers keep coming (F35)', () => {
    const typing = after(states.chat, received(happened('typingStarted', 1, maria)));
    expect(typing.effects).toContain('setTimer');
    const asked = Array.from({ length: 5 }, () => received());
    expect(after(typing.state, ...asked).effects.filter((effect) => effect === 'setTimer')).toHaveLength(5);
    const [expired] = transition(
      typing.state,
      event({ type: 'timerFired', timer: 'typingExpires' }, NOON + 10_000),
    );
    expect(selectTypist(expired)).toBeNull();
  });

  test('of the visitor is not told to a server in trouble, and is again when the line is good (F79)', () => {
    const broken = after(states.chat, lost({ kind: 'network' }));
    const typed = after(broken.state, { type: 'draftChanged', text: 'H' });
    expect(typed.effects).not.toContain('signalTyping');
    const again = after(typed.state, received(), { type: 'draftChanged', text: 'He' });
    expect(again.effects).toContain('signalTyping');
  });
});

describe('a start', () => {
  test('waits for the network when the browser is offline, and is then made once', () => {
    const held = after(states.loading, { type: 'wentOffline' }, { type: 'launched', order });
    expect(held).toMatchObject({ state: { phase: 'starting', isHeld: true }, effects: [] });
    expect(after(held.state, { type: 'wentOnline' }).effects).toEqual(['startService', 'setTimer']);
  });

  test('goes on from the service it got when only the chat could not be opened', () => {
    const reply = {
      type: 'startChat',
      serviceId: 'S1',
      invitation: { path: '/1/service/S1/ixn/chat', subject: null },
    } as const;
    const { effects } = after(
      states.starting,
      { type: 'startAnswered', reply },
      { type: 'startFailed', failure: { kind: 'timeout' } },
      { type: 'restartRequested' },
    );
    expect(effects).toEqual(['openChat', 'setTimer', 'stopAll', 'openChat', 'setTimer']);
  });

  test('orders anew when the service no longer knows what it offered', () => {
    const reply = {
      type: 'startChat',
      serviceId: 'S1',
      invitation: { path: '/1/service/S1/ixn/chat', subject: null },
    } as const;
    const { effects } = after(
      states.starting,
      { type: 'startAnswered', reply },
      { type: 'startFailed', failure: { kind: 'missing', status: 404 } },
      { type: 'restartRequested' },
    );
    expect(effects.at(-2)).toBe('startService');
  });

  test('that failed before a reload still says why', () => {
    const failure = { kind: 'unauthorised', status: 401 } as const;
    const record = { order, chat: null, waiting: null, failure, outbox: [], draft: '' };
    expect(after(states.loading, { type: 'resumed', record }).state).toMatchObject({
      phase: 'failed',
      failure,
    });
  });

  test('that was under way at a reload is never repeated by itself', () => {
    const { state, effects } = after(states.loading, {
      type: 'resumed',
      record: { order, chat: null, waiting: null, failure: null, outbox: [], draft: 'Hi' },
    });
    expect(state).toMatchObject({ phase: 'failed', failure: { kind: 'interrupted' }, draft: { text: 'Hi' } });
    expect(effects).toEqual(['stopAll']);
  });
});

describe('the end', () => {
  test.for([
    ['the agent left last', [happened('left', 2, maria)], 'agent'],
    ['nobody said why', [], 'server'],
    [
      'the server closed for inactivity',
      [{ type: 'idleClosed', text: '', index: 2, at: NOON, from: maria } as const],
      'idle',
    ],
  ] as const)('when %s', ([, events, reason]) => {
    const { state } = after(withMaria, { type: 'received', batch: batch(events, true) });
    expect(state).toMatchObject({ phase: 'ended', reason });
  });

  test('shows the last words that came with it (F82)', () => {
    const last = { type: 'said', index: 2, at: NOON, from: maria, text: 'Have a nice day' } as const;
    const { state } = after(withMaria, {
      type: 'received',
      batch: batch([last, happened('left', 3, maria)], true),
    });
    expect(state.conversation.entries.map((entry) => entry.kind)).toEqual(['notice', 'message', 'notice']);
  });
});
