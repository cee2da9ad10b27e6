import { describe, expect, test } from 'vitest';
import type { SessionFact } from '../../src/session/event.ts';
import type { Phase, SessionState } from '../../src/session/state.ts';
import { transition } from '../../src/session/transition.ts';
import { facts } from './facts.ts';
import { event, states, undelivered } from './samples.ts';

type Row = Readonly<Record<keyof typeof facts, string>>;

/**
 * While <phase>, <event> → the phase afterwards and the effects, in their order.
 * "-" stands for: ignored, the very same state comes back and nothing is done.
 * "noted" stands for: same phase, nothing is done, but it is remembered.
 * Every state has one message "k1" in its outbox that was not delivered.
 */
const ignored: Row = {
  launched: '-',
  resumed: '-',
  launchRefused: '-',
  orderAmended: 'noted',
  handedOver: 'loading stopAll',
  movedAway: '-',
  startAnswered: '-',
  startFailed: '-',
  answerUnread: '-',
  chatOpened: '-',
  received: '-',
  linkLost: '-',
  timerFired: '-',
  wentOnline: '-',
  wentOffline: 'noted',
  wokeUp: '-',
  sendAccepted: '-',
  sendFailed: '-',
  sendRequested: 'noted',
  resendRequested: '-',
  editRequested: 'noted',
  discardRequested: 'noted',
  draftChanged: 'noted',
  followRequested: '-',
  dialogClosed: '-',
  formSubmitted: '-',
  connectRequested: '-',
  switchRequested: '-',
  callbackEnded: '-',
  callbackMoved: '-',
  agentReady: '-',
  orderReleased: '-',
  renameRequested: '-',
  tellRequested: '-',
  holdGained: '-',
  holdTaken: '-',
  holdWanted: '-',
  mirrored: '-',
  endedElsewhere: '-',
  takeOverRequested: '-',
  earlierRequested: '-',
  retryRequested: '-',
  endRequested: '-',
  restartRequested: '-',
  eraseRequested: '-',
};

const ordered = 'starting startService setTimer:slowStart';
const opening = 'starting openChat setTimer:slowStart';

const TABLE = {
  loading: {
    ...ignored,
    launched: ordered,
    resumed: 'chat holdChat',
    launchRefused: 'failed stopAll',
    orderAmended: '-',
    movedAway: 'ended stopAll',
  },
  form: { ...ignored, formSubmitted: ordered, switchRequested: 'noted', endRequested: 'ended stopAll' },
  starting: {
    ...ignored,
    startAnswered: opening,
    startFailed: 'failed stopAll',
    answerUnread: 'noted',
    chatOpened: 'chat clearTimers:slowStart listen setTimer:hold setTimer:stale',
    endRequested: 'ended stopAll',
  },
  waiting: {
    ...ignored,
    startAnswered: opening,
    startFailed: 'noted',
    followRequested: 'waiting followDialog',
    connectRequested: 'waiting connectService',
    switchRequested: 'waiting releaseService',
    callbackEnded: 'ended stopAll',
    callbackMoved: 'noted',
    agentReady: 'waiting awaitAgent',
    endRequested: 'ended stopAll releaseService',
  },
  dialog: {
    ...ignored,
    startAnswered: opening,
    startFailed: 'noted',
    followRequested: 'dialog followDialog',
    dialogClosed: 'waiting awaitAgent',
    endRequested: 'ended stopAll releaseService',
  },
  dial: {
    ...ignored,
    dialogClosed: 'ended stopAll',
    endRequested: 'ended stopAll releaseService',
    restartRequested: 'dial releaseService',
  },
  chat: {
    ...ignored,
    received: 'chat setTimer:stale',
    linkLost: 'chat setTimer:retry',
    timerFired: 'chat refreshNow',
    wentOnline: 'chat refreshNow',
    wokeUp: 'chat refreshNow',
    sendAccepted: 'noted',
    sendFailed: 'chat refreshNow',
    sendRequested: 'chat clearTimers:typingStops',
    resendRequested: 'chat send',
    draftChanged: 'chat signalTyping setTimer:typingStops',
    switchRequested: 'form leaveChat stopAll',
    renameRequested: 'chat rename',
    tellRequested: 'chat tell',
    holdTaken: 'chat yieldChat',
    holdWanted: 'chat yieldChat',
    retryRequested: 'chat refreshNow',
    endRequested: 'ended leaveChat stopAll',
  },
  ended: {
    ...ignored,
    sendRequested: '-',
    switchRequested: 'form',
    restartRequested: ordered,
    eraseRequested: 'noted',
  },
  failed: { ...ignored, switchRequested: 'form', retryRequested: ordered, restartRequested: ordered },
} satisfies Record<Phase, Row>;

const rows = Object.entries(states).flatMap(([phase, sample]) =>
  Object.entries(facts).map(([name, fact]) => ({
    phase,
    name,
    before: { ...sample, outbox: [undelivered] },
    fact,
    expected: new Map(Object.entries(TABLE[sample.phase])).get(name),
  })),
);

describe('the machine', () => {
  test.for(rows)('while $phase, $name → $expected', ({ before, fact, expected }) => {
    expect(outcome(before, fact)).toBe(expected);
  });
});

function outcome(before: SessionState, fact: SessionFact): string {
  const [after, ...effects] = transition(before, event(fact));
  const done = effects.map((effect) => {
    if (effect.type === 'setTimer') return `setTimer:${effect.timer}`;
    return effect.type === 'clearTimers' ? `clearTimers:${effect.timers.join()}` : effect.type;
  });
  if (after === before && done.length === 0) return '-';
  if (after.phase === before.phase && done.length === 0) return 'noted';
  return [after.phase, ...done].join(' ');
}
