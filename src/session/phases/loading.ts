import type { SessionEvent } from '../event.ts';
import { afterReload, keysOf } from '../outbox.ts';
import type { SessionState, StateIn } from '../state.ts';
import { baseOf, goodLink, NOTHING_STARTED } from '../state.ts';
import type { Next } from '../next.ts';
import { endWith } from './ended.ts';
import { failWith } from './failed.ts';
import { begin } from './begin.ts';
import { waitFor } from './waitFor.ts';

/** Until the address and the configuration are read. */
export function whileLoading(state: StateIn<'loading'>, event: SessionEvent): Next {
  switch (event.type) {
    case 'launched':
      return begin({ ...state, order: event.order });
    case 'launchRefused':
      return failWith(state, event.failure, NOTHING_STARTED);
    case 'resumed':
      return resume(state, event);
    case 'movedAway':
      return endWith(state, 'moved', event.at);
    default:
      return [state];
  }
}

/**
 * As before a reload: everything is given up without a word to the server, and what is to go on with is in the record.
 * From here it is taken up again, or has moved. What is written meanwhile is kept.
 */
export function pause(state: SessionState): Next {
  return [{ ...baseOf(state), phase: 'loading', outbox: [], typingSince: null }, { type: 'stopAll' }];
}

function resume(state: StateIn<'loading'>, event: Extract<SessionEvent, { type: 'resumed' }>): Next {
  const { record } = event;
  const { order, chat, waiting, failure, outbox, withdrawn = [], draft } = record;
  const base = {
    ...baseOf(state),
    order,
    conversation: { ...state.conversation, withdrawn },
    outbox: [...afterReload(outbox, event.at), ...state.outbox],
    draft:
      state.draft.text === '' && draft !== '' ? { text: draft, seed: state.draft.seed + 1 } : state.draft,
  };
  if (record.isExpired) return endWith({ ...base, phase: 'loading' }, 'away', event.at);
  if (chat === null && waiting !== null) {
    return waiting.for === 'visitor'
      ? [{ ...base, phase: 'dial', reply: waiting.reply, since: waiting.since, isRenewing: false }]
      : waitFor(base, waiting.serviceId, waiting.for);
  }
  // a start that failed did so, and one that was under way may have reached the server: only the visitor orders again
  if (chat === null)
    return failWith({ ...base, phase: 'loading' }, failure ?? { kind: 'interrupted' }, NOTHING_STARTED);
  return [
    {
      ...base,
      phase: 'chat',
      chat,
      link: { ...goodLink(event.at), isCatchingUp: true },
      hold: 'asking',
      shared: keysOf(outbox),
    },
    { type: 'holdChat', chat },
  ];
}
