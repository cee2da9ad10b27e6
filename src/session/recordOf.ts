import type { Failure } from './failure.ts';
import type { OutboxItem } from './outbox.ts';
import type { ChatRef, Order } from './ports.ts';
import type { SessionState } from './state.ts';

/** What is kept for a reload: nothing of the transcript, which is read again. Source: contract.md §6. */
export type RecordContent = Readonly<{
  order: Order;
  /** null until the chat is open */
  chat: ChatRef | null;
  /** why the start failed; null while it is under way, or once the chat is open */
  failure: Failure | null;
  outbox: readonly OutboxItem[];
  draft: string;
}>;

/** Null while there is nothing to go on with: before a start has left, and after the end. */
export function recordOf(state: SessionState): RecordContent | null {
  const isHeld = state.phase === 'starting' && state.isHeld;
  if (state.order === null || state.phase === 'loading' || state.phase === 'ended' || isHeld) return null;
  const chat = state.phase === 'chat' ? state.chat : null;
  const failure = state.phase === 'failed' ? state.failure : null;
  return { order: state.order, chat, failure, outbox: state.outbox, draft: state.draft.text };
}
