import { selectCounterpart } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';

/** Name of the counterpart; after the end of the one who was there last; empty while there is nobody. */
export function selectTalkingTo(state: SessionState): string {
  const present = selectCounterpart(state);
  if (present !== null || state.phase !== 'ended') return present?.name ?? '';
  return (
    Object.values(state.conversation.participants).findLast((person) => person.role === 'agent')?.name ?? ''
  );
}
