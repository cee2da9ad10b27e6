import type { Failure } from './failure.ts';
import type { OutboxItem } from './outbox.ts';
import type { ChatRef, Order } from './ports.ts';
import type { Awaited, DialReply, SessionState } from './state.ts';

/** What is kept for a reload: nothing of the transcript, which is read again. Source: contract.md §6. */
export type RecordContent = Readonly<{
  order: Order;
  /** null until the chat is open */
  chat: ChatRef | null;
  /** where an order stands that was taken and has not led to a chat yet */
  waiting: WaitingOrder | null;
  /** why the start failed; null while it is under way, or once the chat is open */
  failure: Failure | null;
  outbox: readonly OutboxItem[];
  /** what had left and was given up; absent when there is none */
  withdrawn?: readonly OutboxItem[];
  draft: string;
  /** said by whoever read it: too old to go on with */
  isExpired?: boolean;
}>;

/** It waits for an agent, for the call, or for the visitor, who has a number to call since that clock time. */
type WaitingOrder =
  | Readonly<{ for: Awaited; serviceId: string }>
  | Readonly<{ for: 'visitor'; reply: DialReply; since: number }>;

/** Null while there is nothing to go on with: before a start has left, and after the end. */
export function recordOf(state: SessionState): RecordContent | null {
  if (state.order === null || !hasStarted(state)) return null;
  const chat = state.phase === 'chat' ? state.chat : null;
  const failure = state.phase === 'failed' ? state.failure : null;
  const { withdrawn } = state.conversation;
  return {
    order: state.order,
    chat,
    waiting: waitingOrder(state),
    failure,
    outbox: state.outbox,
    ...(withdrawn.length > 0 && { withdrawn }),
    draft: state.draft.text,
  };
}

function waitingOrder(state: SessionState): WaitingOrder | null {
  switch (state.phase) {
    case 'waiting':
    case 'dialog':
      return state.serviceId === null ? null : { for: state.awaits, serviceId: state.serviceId };
    case 'dial':
      return { for: 'visitor', reply: state.reply, since: state.since };
    default:
      return null;
  }
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
