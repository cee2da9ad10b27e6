import type { OutboxItem } from './outbox.ts';
import type { ChatRef, Order } from './ports.ts';
import type { SessionState } from './state.ts';

/** What is kept for a reload: nothing of the transcript, which is read again. Source: contract.md §6. */
export type RecordContent = Readonly<{
  order: Order;
  /** null until the chat is open */
  chat: ChatRef | null;
  outbox: readonly OutboxItem[];
  draft: string;
}>;

/** Null while there is nothing to go on with: before a start has left, and after the end. */
export function recordOf(state: SessionState): RecordContent | null {
  const isHeld = state.phase === 'starting' && state.isHeld;
  if (state.order === null || state.phase === 'loading' || state.phase === 'ended' || isHeld) return null;
  const chat = state.phase === 'chat' ? state.chat : null;
  return { order: state.order, chat, outbox: state.outbox, draft: state.draft.text };
}
