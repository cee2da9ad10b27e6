import { selectIsElsewhere } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';

/** Whether there may be something that must not be missed. */
export function selectIsUrgent(state: SessionState): boolean {
  return (
    state.phase === 'failed' ||
    state.phase === 'ended' ||
    state.conversation.idle !== null ||
    selectIsElsewhere(state) ||
    state.outbox.some((item) => item.state === 'undelivered' || item.state === 'rejected')
  );
}
