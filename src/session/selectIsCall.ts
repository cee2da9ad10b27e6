import { SCENARIOS } from './scenarios.ts';
import type { SessionState } from './state.ts';

/**
 * Whether a call was asked for, or made: what comes of either may still be the other. Once somebody has spoken in it,
 * it is a chat.
 */
export function selectIsCall(state: SessionState): boolean {
  if (state.conversation.entries.length > 0) return false;
  const isDone = state.phase === 'ended' && state.reason === 'called';
  return isDone || (state.order !== null && SCENARIOS[state.order.scenario].media === 'VOICE');
}
