import type { Scenario } from '../../session/scenarios.ts';
import type { UiSettings } from '../ConsoleModel.ts';

const LATER: Scenario = 'VOICE-SCHEDULED-USERTERM';

/** What is offered instead, best first: being called costs a visitor the least. */
const CALLS: readonly Scenario[] = [
  'VOICE-NOW-USERTERM',
  'VOICE-WAIT-USERTERM',
  LATER,
  'VOICE-NOW-USERORIG',
  'VOICE-WAIT-USERORIG',
  'REQUEST-INTERACTION',
];
const CHATS: readonly Scenario[] = ['CHAT-NOW', 'CHAT-WAIT', 'REQUEST-CHAT'];

/** The call a visitor can ask for instead of a chat; null where none is allowed. */
export function callInsteadOf(settings: UiSettings, isLater = false): Scenario | null {
  const { features, allowedScenarios } = settings;
  if (!features.callInstead) return null;
  const later = isLater ? callLaterOf(settings) : null;
  return later ?? CALLS.find((scenario) => allowedScenarios.includes(scenario)) ?? null;
}

/** The call for when nobody is there now. */
export function callLaterOf({ allowedScenarios }: UiSettings): Scenario | null {
  return allowedScenarios.includes(LATER) ? LATER : null;
}

/** The chat a visitor can have instead of a call. */
export function chatInsteadOf({ allowedScenarios }: UiSettings): Scenario | null {
  return CHATS.find((scenario) => allowedScenarios.includes(scenario)) ?? null;
}
