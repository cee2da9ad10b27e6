import { SCENARIOS } from './scenarios.ts';
import type { SessionState } from './state.ts';

/** Whether a call was asked for; what comes of it may still be a chat. */
export function selectIsCall({ order }: SessionState): boolean {
  return order !== null && SCENARIOS[order.scenario].media === 'VOICE';
}
