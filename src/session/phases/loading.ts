import type { SessionEvent } from '../event.ts';
import type { SessionState, StateIn } from '../state.ts';
import { baseOf, NOTHING_STARTED } from '../state.ts';
import type { Later } from '../later.ts';
import type { Next } from '../next.ts';
import { endWith } from './ended.ts';
import { failWith } from './failed.ts';
import { begin } from './begin.ts';

/** Until the address and the configuration are read. */
export function whileLoading(state: StateIn<'loading'>, event: SessionEvent, later: Later): Next {
  switch (event.type) {
    case 'launched':
      return begin({ ...state, order: event.order });
    case 'launchRefused':
      return failWith(state, event.failure, NOTHING_STARTED);
    case 'resumed':
      return later().resume(state, event);
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
