/** What the console can be asked to start in its address. Source: protocol/gms-callback.md §3.2. */
export const SCENARIO_NAMES: readonly string[] = [
  'CHAT-NOW',
  'CHAT-WAIT',
  'REQUEST-CHAT',
  'VOICE-NOW-USERORIG',
  'VOICE-WAIT-USERORIG',
  'VOICE-NOW-USERTERM',
  'VOICE-WAIT-USERTERM',
  'VOICE-SCHEDULED-USERTERM',
  'REQUEST-INTERACTION',
  'CUSTOM',
];
