import type { SessionState } from '../../session/state.ts';

/** Whether somebody is there to take a file. A bot is nobody in this sense. Source: protocol/gms-chat.md §6.1. */
export function selectHasAgent({ conversation }: SessionState): boolean {
  return Object.values(conversation.participants).some(
    ({ role, isPresent }) => role === 'agent' && isPresent,
  );
}
