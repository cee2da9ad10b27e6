import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SessionFact } from '../../src/session/event.ts';
import { recordOf } from '../../src/session/recordOf.ts';
import type { Scenario } from '../../src/session/scenarios.ts';
import { SCENARIOS } from '../../src/session/scenarios.ts';
import type { StartReply } from '../../src/session/startReply.ts';
import { transition } from '../../src/session/transition.ts';
import { answered, confirm, failed, launched, menu, submitted, wait } from './orders.ts';
import { after, batch, event, invitation, NOON, states } from './samples.ts';

const calls = Object.entries(SCENARIOS).flatMap(([name, { media }]) => (media === 'VOICE' ? [name] : []));

describe('the form', () => {
  test.for(calls)(
    'comes before %s even when everything is known: an address alone orders no call',
    (name) => {
      const scenario = name as Scenario; // a key of SCENARIOS
      const customer = { nickname: 'Ana', contactNumber: '+4741234567' };
      expect(after(states.loading, launched(scenario, { customer }))).toMatchObject({
        state: { phase: 'form', asked: [] },
        effects: [],
      });
    },
  );

  test('asks for what is missing and no more', () => {
    const askFor = { CHAT: ['firstName', 'email'], VOICE: ['contactNumber', 'lastName'] } as const;
    const customer = { nickname: 'Visitor', firstName: 'Ana' };
    expect(after(states.loading, launched('CHAT-NOW', { askFor, customer })).state).toMatchObject({
      asked: ['email'],
    });
    expect(after(states.loading, launched('VOICE-NOW-USERTERM', { askFor, customer })).state).toMatchObject({
      asked: ['contactNumber', 'lastName'],
    });
  });

  test('starts with what was written, and keeps it when the server sends it back', () => {
    const { state, effects } = after(
      states.loading,
      launched('VOICE-NOW-USERTERM'),
      submitted({ contactNumber: '+15550' }),
      failed({ kind: 'refused', status: 400, exception: 'CallbackExceptionNumber' }),
    );
    expect(effects).toEqual(['startService', 'setTimer', 'stopAll']);
    expect(state).toMatchObject({
      phase: 'form',
      asked: ['contactNumber'],
      failure: { exception: 'CallbackExceptionNumber' },
      order: { customer: { contactNumber: '+15550' } },
    });
  });

  test.for([
    [
      'a number, for a chat that was refused without one',
      { kind: 'refused', status: 400 },
      ['contactNumber'],
    ],
    ['the last name', { kind: 'refused', code: 103 }, ['lastName']],
    ['the e-mail address', { kind: 'refused', status: 400, code: 364 }, ['email']],
  ] as const)('asks for %s', ([, failure, asked]) => {
    const { state } = after(states.loading, launched('CHAT-NOW'), failed(failure));
    expect(state).toMatchObject({ phase: 'form', asked });
  });

  test('offers the times that came with a refused one', () => {
    const availability = { '2026-01-05T09:30:00.000Z': 2 };
    const { state } = after(
      states.loading,
      launched('VOICE-SCHEDULED-USERTERM'),
      {
        type: 'formSubmitted',
        customer: { contactNumber: '+4741234567' },
        desiredTime: '2026-01-05T09:00:00.000Z',
      },
      failed({ kind: 'refused', status: 400, availability }),
    );
    expect(state).toMatchObject({ phase: 'form', failure: { availability }, asked: [] });
  });

  test('is not asked for a time that the order has none of: the office is closed', () => {
    const closed = { kind: 'refused', status: 400, exception: 'CallbackExceptionAvailability' } as const;
    expect(after(states.loading, launched('CHAT-NOW'), failed(closed)).state).toMatchObject({
      phase: 'failed',
      failure: closed,
    });
    const call = after(
      states.loading,
      launched('VOICE-NOW-USERTERM'),
      submitted({ contactNumber: '+15550' }),
    );
    expect(after(call.state, failed({ ...closed, availability: {} })).state.phase).toBe('failed');
  });

  test('asks for a number that the service could not read', () => {
    const failure = { kind: 'refused', status: 400, exception: 'GSGException' } as const;
    const call = after(
      states.loading,
      launched('VOICE-NOW-USERTERM'),
      submitted({ contactNumber: '+15550' }),
    );
    expect(after(call.state, failed(failure)).state).toMatchObject({
      phase: 'form',
      asked: ['contactNumber'],
    });
  });

  test.for([
    [{ kind: 'refused', code: 240 }],
    [{ kind: 'busy', status: 503 }],
    [{ kind: 'server', status: 500, exception: 'OrsServiceException' }],
  ] as const)('is not the answer to %o', ([failure]) => {
    expect(after(states.loading, launched('CHAT-NOW'), failed(failure)).state.phase).toBe('failed');
  });
});

describe('a call that was ordered', () => {
  const called = after(
    states.loading,
    launched('VOICE-NOW-USERTERM'),
    submitted({ contactNumber: '+4741234567' }),
    answered(confirm),
  );

  test('is waited for once its confirmation was read', () => {
    expect(called.state.phase).toBe('dialog');
    expect(after(called.state, { type: 'dialogClosed' }).state).toMatchObject({
      phase: 'waiting',
      serviceId: 'S1',
    });
  });

  test('survives a reload without being ordered again', () => {
    const record = recordOf(called.state);
    if (record === null) throw new Error('Nothing was kept');
    const { state, effects } = after(states.loading, { type: 'resumed', record });
    expect(state).toMatchObject({ phase: 'waiting', serviceId: 'S1' });
    expect(effects).toEqual(['awaitAgent']);
  });

  test('is given back when the visitor ends it', () => {
    expect(after(states.waiting, { type: 'endRequested' }).effects).toEqual(['stopAll', 'releaseService']);
  });
});

describe('an agent who is ready', () => {
  const ready = (serviceId: string, path: string): SessionFact => ({ type: 'agentReady', serviceId, path });

  test('is listened for as soon as an order waits, and again after each word', () => {
    expect(after(states.starting, answered(wait)).effects).toContain('awaitAgent');
    expect(after(states.waiting, ready('S1', '/1/service/S1/connect')).effects).toEqual(['awaitAgent']);
  });

  test('is reached by the request that the server named', () => {
    const told = after(states.waiting, ready('S1', '/1/service/S1/menu'));
    const [, effect] = transition(told.state, event({ type: 'connectRequested' }));
    expect(effect).toEqual({ type: 'followDialog', path: '/1/service/S1/menu' });
  });

  test('of somebody else is none of ours', () => {
    const { state, effects } = after(states.waiting, ready('S2', '/1/service/S2/connect'));
    expect(state).toBe(states.waiting);
    expect(effects).toEqual([]);
  });

  test('is not told twice while the visitor is being connected', () => {
    const connecting = after(
      states.waiting,
      ready('S1', '/1/service/S1/connect'),
      { type: 'connectRequested' },
      ready('S1', '/1/service/S1/connect'),
    );
    expect(connecting.effects).toEqual(['awaitAgent', 'followDialog']);
  });

  test('is told anew when the visitor let the first one pass', () => {
    const twice = after(
      states.waiting,
      ready('S1', '/1/service/S1/connect'),
      ready('S1', '/1/service/S1/connect'),
    );
    expect(twice.state).toMatchObject({ ready: { at: NOON + 1_000 } });
  });
});

describe('another medium instead', () => {
  test('gives the first order back before the second is made, and keeps what was written', () => {
    const waiting = after(states.waiting, { type: 'sendRequested', key: 'a', text: 'Hello' });
    const switching = after(waiting.state, { type: 'switchRequested', scenario: 'VOICE-NOW-USERTERM' });
    expect(switching).toMatchObject({
      state: { phase: 'waiting', isBusy: true },
      effects: ['releaseService'],
    });
    const { state } = after(switching.state, { type: 'orderReleased' });
    expect(state).toMatchObject({
      phase: 'form',
      order: { scenario: 'VOICE-NOW-USERTERM' },
      outbox: [{ text: 'Hello' }],
    });
  });

  test('is one, however often it is asked for', () => {
    const twice = after(
      states.waiting,
      { type: 'switchRequested', scenario: 'VOICE-NOW-USERTERM' },
      { type: 'switchRequested', scenario: 'CHAT-NOW' },
    );
    expect(twice.effects).toEqual(['releaseService']);
  });
});

describe('whatever the service answers', () => {
  const replies: readonly StartReply[] = [
    wait,
    confirm,
    { type: 'other', serviceId: null, text: '' },
    menu,
    { type: 'dial', serviceId: 'S1', number: '+1555', label: '', accessCode: null, expiresInSeconds: null },
    { type: 'startChat', serviceId: 'S1', invitation },
  ];
  const facts: readonly SessionFact[] = [
    ...replies.map(answered),
    failed({ kind: 'server', status: 500 }),
    { type: 'followRequested', path: '/1/service/S1/go' },
    { type: 'connectRequested' },
    { type: 'dialogClosed' },
    { type: 'chatOpened', batch: batch() },
    { type: 'callbackEnded', reason: 'AGENT_CONNECTED' },
    { type: 'wokeUp' },
    { type: 'timerFired', timer: 'slowStart' },
  ];

  test('the order goes out once, and a number that was given is not asked for again', () => {
    const scenario = fc.constantFrom(...Object.keys(SCENARIOS)) as fc.Arbitrary<Scenario>; // keys of SCENARIOS
    fc.assert(
      fc.property(scenario, fc.array(fc.constantFrom(...facts), { maxLength: 30 }), (name, answers) => {
        const start = after(states.loading, launched(name), submitted({ contactNumber: '+4741234567' }));
        let state = start.state;
        let starts = start.effects.filter((effect) => effect === 'startService').length;
        for (const fact of answers) {
          const [next, ...effects] = transition(state, event(fact));
          state = next;
          starts += effects.filter((effect) => effect.type === 'startService').length;
          expect(state.phase === 'form' && state.asked.includes('contactNumber')).toBe(false);
        }
        expect(starts).toBe(1);
      }),
    );
  });
});
