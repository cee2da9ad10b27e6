import type { SessionState } from './state.ts';

/** Whether the chat outlives its windows: whoever leaves it does not end it. */
export function isAsyncChat(state: SessionState): boolean {
  return state.phase === 'chat' && state.chat.api === 'v2' && state.order?.isAsync === true;
}
