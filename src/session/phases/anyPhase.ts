import type { SessionEvent } from '../event.ts';
import { newItem, without } from '../outbox.ts';
import type { SessionState } from '../state.ts';

/**
 * What is true of an event whatever the phase: words are kept, and whether we are online is known.
 * A visitor can write from the first moment on; the words wait in the outbox until a chat can take them.
 */
export function inAnyPhase(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'wentOnline':
      return state.isOnline ? state : { ...state, isOnline: true };
    case 'wentOffline':
      return state.isOnline ? { ...state, isOnline: false } : state;
    case 'draftChanged':
      return state.draft.text === event.text
        ? state
        : { ...state, draft: { ...state.draft, text: event.text } };
    case 'sendRequested':
      return withMessage(state, event);
    case 'editRequested':
      return withTextBackInDraft(state, event.key);
    case 'discardRequested':
      return isUnderWay(state, event.key) ? state : withdraw(state, event.key);
    case 'orderAmended':
      return state.order === null ? state : { ...state, order: { ...state.order, ...event.changes } };
    default:
      return state;
  }
}

type SendRequest = Extract<SessionEvent, { type: 'sendRequested' }>;

function withMessage(state: SessionState, { key, text, at, answers }: SendRequest): SessionState {
  const isRefused =
    state.phase === 'ended' || text.trim() === '' || state.outbox.some((item) => item.key === key);
  if (isRefused) return state;
  const outbox = [...state.outbox, newItem(key, text, at, answers)];
  // a choice or a button sends words of its own: what is being written stays
  const left = text === state.draft.text ? '' : state.draft.text;
  return { ...state, outbox, draft: { ...state.draft, text: left } };
}

function withTextBackInDraft(state: SessionState, key: string): SessionState {
  const item = state.outbox.find((candidate) => candidate.key === key);
  if (!item || isUnderWay(state, key)) return state;
  const text = [item.text, state.draft.text].filter((part) => part !== '').join('\n');
  return { ...withdraw(state, key), draft: { text, seed: state.draft.seed + 1 } };
}

/** Given up by the visitor. What has left once may arrive all the same, and is then known for what it is. */
function withdraw(state: SessionState, key: string): SessionState {
  const left = state.outbox.filter((item) => item.key === key && item.baseline !== null);
  const withdrawn = [...state.conversation.withdrawn, ...left];
  const conversation = left.length === 0 ? state.conversation : { ...state.conversation, withdrawn };
  return { ...state, conversation, outbox: without(state.outbox, key) };
}

function isUnderWay(state: SessionState, key: string): boolean {
  return state.outbox.some(
    (item) => item.key === key && (item.state === 'sending' || item.state === 'checking'),
  );
}
