import { SCENARIOS } from '../../session/scenarios.ts';
import type { SessionState } from '../../session/state.ts';

/** Whether a call was asked for; what comes of it may still be a chat. */
export function selectIsCall({ order }: SessionState): boolean {
  return order !== null && SCENARIOS[order.scenario].media === 'VOICE';
}
