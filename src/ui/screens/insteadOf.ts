import type { Scenario } from '../../session/scenarios.ts';
import type { UiSettings } from '../ConsoleModel.ts';

/** What is offered instead, best first: being called costs a visitor the least. */
const CALLS: readonly Scenario[] = [
  'VOICE-NOW-USERTERM',
  'VOICE-WAIT-USERTERM',
  'VOICE-SCHEDULED-USERTERM',
  'VOICE-NOW-USERORIG',
  'VOICE-WAIT-USERORIG',
  'REQUEST-INTERACTION',
];
const CHATS: readonly Scenario[] = ['CHAT-NOW', 'CHAT-WAIT', 'REQUEST-CHAT'];

/** The call a visitor can ask for instead of a chat; null where none is allowed. */
export function callInsteadOf({ features, allowedScenarios }: UiSettings): Scenario | null {
  if (!features.callInstead) return null;
  return CALLS.find((scenario) => allowedScenarios.includes(scenario)) ?? null;
}

/** The chat a visitor can have instead of a call. */
export function chatInsteadOf({ allowedScenarios }: UiSettings): Scenario | null {
  return CHATS.find((scenario) => allowedScenarios.includes(scenario)) ?? null;
}
