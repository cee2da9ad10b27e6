import type { Failure } from './failure.ts';
import type { OutboxItem } from './outbox.ts';
import type { ChatRef, Order } from './ports.ts';
import type { SessionState } from './state.ts';

/** What is kept for a reload: nothing of the transcript, which is read again. Source: contract.md §6. */
export type RecordContent = Readonly<{
  order: Order;
  /** null until the chat is open */
  chat: ChatRef | null;
  /** id of a service that took the order and has not led to a chat yet */
  waiting: string | null;
  /** why the start failed; null while it is under way, or once the chat is open */
  failure: Failure | null;
  outbox: readonly OutboxItem[];
  /** what had left and was given up; absent when there is none */
  withdrawn?: readonly OutboxItem[];
  draft: string;
  /** said by whoever read it: too old to go on with */
  isExpired?: boolean;
}>;

/** Null while there is nothing to go on with: before a start has left, and after the end. */
export function recordOf(state: SessionState): RecordContent | null {
  if (state.order === null || !hasStarted(state)) return null;
  const chat = state.phase === 'chat' ? state.chat : null;
  const waiting = state.phase === 'waiting' || state.phase === 'dialog' ? state.serviceId : null;
  const failure = state.phase === 'failed' ? state.failure : null;
  const { withdrawn } = state.conversation;
  return {
    order: state.order,
    chat,
    waiting,
    failure,
    outbox: state.outbox,
    ...(withdrawn.length > 0 && { withdrawn }),
    draft: state.draft.text,
  };
}

function hasStarted(state: SessionState): boolean {
  switch (state.phase) {
    case 'loading':
    case 'form':
    case 'ended':
      return false;
    case 'starting':
      return !state.isHeld;
    default:
      return true;
  }
}
