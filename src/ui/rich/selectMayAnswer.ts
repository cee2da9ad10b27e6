import { selectIsElsewhere } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';

/** Whether what a rich message offers can be said here and now. In an outage it can: it waits like any other message. */
export function selectMayAnswer(state: SessionState): boolean {
  return state.phase === 'chat' && !selectIsElsewhere(state);
}
