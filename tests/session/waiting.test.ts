import { describe, expect, test } from 'vitest';
import { recordOf } from '../../src/session/recordOf.ts';
import type { Scenario } from '../../src/session/scenarios.ts';
import { selectStatus } from '../../src/session/selectors.ts';
import type { StartReply } from '../../src/session/startReply.ts';
import type { SessionState } from '../../src/session/state.ts';
import { answered, confirm, launched, menu, submitted, wait } from './orders.ts';
import { after, NOON, states } from './samples.ts';

describe('who is waited for', () => {
  const given = submitted({ contactNumber: '+4741234567' });
  const start = (scenario: Scenario, reply: StartReply) =>
    after(states.loading, launched(scenario), given, answered(reply)).state;
  const closed = { type: 'dialogClosed' } as const;

  test.for<Scenario>(['VOICE-NOW-USERTERM', 'VOICE-NOW-USERORIG', 'VOICE-WAIT-USERTERM'])(
    'is an agent when %s is answered with an id alone, whatever was wished for',
    (scenario) => {
      expect(start(scenario, wait)).toMatchObject({ phase: 'waiting', awaits: 'agent' });
    },
  );

  test.for([
    ['VOICE-NOW-USERTERM', 'call'],
    ['VOICE-WAIT-USERTERM', 'agent'],
    ['CHAT-WAIT', 'agent'],
    ['CUSTOM', 'agent'],
  ] as const)('of %s that is answered in words is the %s that was wished for', ([scenario, awaits]) => {
    const { state } = after(start(scenario, confirm), closed);
    expect(state).toMatchObject({
      phase: 'waiting',
      awaits,
      told: 'We are calling you now',
      serviceId: 'S1',
    });
  });

  test('is the call once somebody who was ready is connected', () => {
    const connected = after(
      start('VOICE-WAIT-USERTERM', wait),
      { type: 'connectRequested' },
      answered(confirm),
      closed,
    );
    expect(connected.state).toMatchObject({ phase: 'waiting', awaits: 'call' });
  });

  test('is an agent after a choice from a menu, which may have put it off', () => {
    const offered = after(
      start('VOICE-WAIT-USERTERM', wait),
      { type: 'connectRequested' },
      answered(menu),
      { type: 'followRequested', path: '/1/service/S1/snooze' },
      answered({ ...confirm, text: 'In five minutes' }),
      closed,
    );
    expect(offered.state).toMatchObject({ phase: 'waiting', awaits: 'agent', told: 'In five minutes' });
  });

  test('is an agent still when a menu is not wanted now', () => {
    expect(after(start('CUSTOM', menu), closed).state).toMatchObject({ phase: 'waiting', awaits: 'agent' });
  });

  test('is nobody when the service named no order', () => {
    expect(after(start('CHAT-NOW', { ...confirm, serviceId: null }), closed).state).toMatchObject({
      phase: 'ended',
      reason: 'server',
    });
  });

  test.for<SessionState>([start('VOICE-WAIT-USERTERM', wait), start('VOICE-NOW-USERTERM', confirm)])(
    'is known after a reload',
    (state) => {
      const record = recordOf(state);
      if (record === null) throw new Error('Nothing was kept');
      const { awaits } = state.phase === 'waiting' || state.phase === 'dialog' ? state : { awaits: null };
      expect(after(states.loading, { type: 'resumed', record }).state).toMatchObject({
        phase: 'waiting',
        awaits,
      });
    },
  );
});

describe('an order that ended', () => {
  test.for([
    ['VOICE-WAIT-USERTERM', 'AGENT_CONNECTED', 'called'],
    ['VOICE-WAIT-USERTERM', 'CANCELLED', 'cancelled'],
    ['VOICE-WAIT-USERTERM', 'FAIL_USER_NO_CONFIRM', 'callFailed'],
    ['VOICE-WAIT-USERTERM', 'SOMETHING_NEW', 'callFailed'],
    ['CHAT-WAIT', 'AGENT_CONNECTED', 'server'],
    ['CHAT-WAIT', 'CANCELLED', 'server'],
    ['CHAT-WAIT', 'NOT_AVAILABLE', 'callFailed'],
  ] as const)('of %s as %s is over as "%s"', ([scenario, detail, reason]) => {
    const waiting = after(
      states.loading,
      launched(scenario),
      submitted({ contactNumber: '+15550' }),
      answered(wait),
    );
    const { state } = after(waiting.state, { type: 'callbackEnded', reason: detail });
    expect(state).toMatchObject({ phase: 'ended', reason, detail });
  });
});

test('while an order is given back for another one, that one is being connected', () => {
  const waiting = after(states.loading, launched('CHAT-WAIT'), answered(wait)).state;
  expect(selectStatus(waiting)).toBe('finding');
  expect(
    selectStatus(after(waiting, { type: 'switchRequested', scenario: 'VOICE-NOW-USERTERM' }).state),
  ).toBe('connecting');
});

describe('a service that has answered is nobody to talk to: the state line', () => {
  const asked = (scenario: Scenario, reply: StartReply) =>
    after(states.loading, launched(scenario), submitted({ contactNumber: '+4741234567' }), answered(reply))
      .state;

  test.for([
    ['VOICE-NOW-USERTERM', confirm, 'connecting'],
    ['VOICE-WAIT-USERTERM', menu, 'finding'],
    ['VOICE-SCHEDULED-USERTERM', confirm, 'notConnected'],
    ['CUSTOM', { type: 'other', serviceId: null, text: '' }, 'notConnected'],
  ] as const)('of %s that answers %o is the one of what comes next', ([scenario, reply, status]) => {
    expect(selectStatus(asked(scenario, reply))).toBe(status);
  });

  test('of a number to call says that nobody is connected yet', () => {
    const dial = { type: 'dial', serviceId: 'S1', number: '1', label: '', accessCode: null } as const;
    const state = asked('VOICE-NOW-USERORIG', { ...dial, expiresInSeconds: 1 });
    expect(selectStatus(state)).toBe('notConnected');
    expect(selectStatus(after(state, { type: 'restartRequested' }).state)).toBe('connecting');
    expect(selectStatus(after(state, { type: 'wentOffline' }).state)).toBe('offline');
  });
});

describe('a number to call', () => {
  const dial = {
    type: 'dial',
    serviceId: 'S1',
    number: '+4780012345',
    label: '',
    accessCode: '4182',
    expiresInSeconds: 30,
  } as const satisfies StartReply;
  const dialled = (scenario: Scenario, reply: StartReply = dial) =>
    after(states.loading, launched(scenario), submitted({ contactNumber: '+4741234567' }), answered(reply))
      .state;
  const renewed = { type: 'restartRequested' } as const;

  test('survives a reload, and what is left of its time', () => {
    const state = dialled('VOICE-NOW-USERORIG');
    const record = recordOf(state);
    if (record === null) throw new Error('Nothing was kept');
    const { state: resumed, effects } = after(states.loading, { type: 'resumed', record });
    expect(resumed).toMatchObject({ phase: 'dial', reply: dial, since: NOON + 2_000 });
    expect(effects).toEqual([]);
  });

  test('is asked for anew only when the old order was given back, and once', () => {
    const releasing = after(dialled('VOICE-NOW-USERORIG'), renewed, renewed);
    expect(releasing).toMatchObject({
      state: { phase: 'dial', isRenewing: true },
      effects: ['releaseService'],
    });
    const { state, effects } = after(releasing.state, { type: 'orderReleased' });
    expect(effects).toEqual(['startService', 'setTimer']);
    expect(state).toMatchObject({
      phase: 'starting',
      order: { scenario: 'VOICE-NOW-USERORIG', customer: { contactNumber: '+4741234567' } },
      started: { serviceId: null },
    });
  });

  test.for([
    ['of a built-in service, which keeps no order', 'REQUEST-INTERACTION', dial],
    ['without an order', 'VOICE-NOW-USERORIG', { ...dial, serviceId: null }],
  ] as const)('%s is asked for anew at once', ([, scenario, reply]) => {
    expect(after(dialled(scenario, reply), renewed).effects).toEqual(['startService', 'setTimer']);
  });

  test('that nobody wants any more is given back', () => {
    expect(after(dialled('VOICE-NOW-USERORIG'), { type: 'endRequested' }).effects).toContain(
      'releaseService',
    );
  });
});
