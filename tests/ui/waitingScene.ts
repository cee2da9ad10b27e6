import { SCENARIOS } from '../../src/session/scenarios.ts';
import type { Scenario } from '../../src/session/scenarios.ts';
import type { StartReply } from '../../src/session/startReply.ts';
import { openCall } from './renderConsole.tsx';
import type { Scene } from './renderConsole.tsx';
import { withNumber } from './stubCallbacks.ts';

export const allowedScenarios = Object.keys(SCENARIOS) as Scenario[]; // its own keys
export const running = { state: 'QUEUED', reason: null, desiredTime: null, contactNumber: null };

/** A scene in which an order was made, and answered with an id alone unless told otherwise. */
export function ordered(
  scenario: Scenario,
  {
    desiredTime,
    reply = { type: 'wait', serviceId: 'S1' },
  }: { desiredTime?: string; reply?: StartReply } = {},
): Scene {
  const scene = openCall(scenario, withNumber);
  scene.callbacks.answers.record = running;
  const time = desiredTime === undefined ? {} : { desiredTime };
  scene.dispatch({ type: 'formSubmitted', customer: {}, ...time }, { type: 'startAnswered', reply });
  return scene;
}

/** A service that has said "We are calling you now", and was read. */
export function confirmed(scenario: Scenario): Scene {
  const text = 'We are calling you now';
  const scene = ordered(scenario, { reply: { type: 'confirm', serviceId: 'S1', text, okTitle: null } });
  scene.dispatch({ type: 'dialogClosed' });
  return scene;
}
