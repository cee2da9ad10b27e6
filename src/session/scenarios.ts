/**
 * The ten scenarios of the GMS sample as data: where a start goes, what it wishes for, and which media it is.
 * The flags are a wish: the session acts on what comes back. Source: protocol/gms-callback.md §3.1, §3.2.
 */
type StartFlags = Readonly<{
  direction: 'USERORIGINATED' | 'USERTERMINATED';
  waitForAgent: boolean;
  waitForUserConfirm: boolean;
  media: 'voice' | 'chat';
}>;

export type ScenarioFacts = Readonly<{
  /** the service that takes the start: the configured callback service, or one of the two built-in ones */
  path: 'callback' | 'request-interaction' | 'request-chat';
  media: 'VOICE' | 'CHAT';
  /** null: none are sent, the service's own options decide */
  flags: StartFlags | null;
}>;

function callback(
  direction: StartFlags['direction'],
  waits: boolean,
  media: StartFlags['media'],
): ScenarioFacts {
  return {
    path: 'callback',
    media: media === 'voice' ? 'VOICE' : 'CHAT',
    flags: { direction, waitForAgent: waits, waitForUserConfirm: waits, media },
  };
}

export const SCENARIOS = {
  'VOICE-NOW-USERORIG': callback('USERORIGINATED', false, 'voice'),
  'VOICE-WAIT-USERORIG': callback('USERORIGINATED', true, 'voice'),
  'VOICE-NOW-USERTERM': callback('USERTERMINATED', false, 'voice'),
  'VOICE-WAIT-USERTERM': callback('USERTERMINATED', true, 'voice'),
  'VOICE-SCHEDULED-USERTERM': callback('USERTERMINATED', true, 'voice'),
  'CHAT-NOW': callback('USERORIGINATED', false, 'chat'),
  'CHAT-WAIT': callback('USERORIGINATED', true, 'chat'),
  'REQUEST-CHAT': { path: 'request-chat', media: 'CHAT', flags: null },
  'REQUEST-INTERACTION': { path: 'request-interaction', media: 'VOICE', flags: null },
  CUSTOM: { path: 'callback', media: 'CHAT', flags: null },
} as const satisfies Record<string, ScenarioFacts>;

export type Scenario = keyof typeof SCENARIOS;

export function isScenario(name: string): name is Scenario {
  return Object.hasOwn(SCENARIOS, name);
}
