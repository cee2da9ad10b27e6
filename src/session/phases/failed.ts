import type { SessionEvent } from '../event.ts';
import type { Failure } from '../failure.ts';
import type { SessionState, Started, StateIn } from '../state.ts';
import { baseOf, NOTHING_STARTED } from '../state.ts';
import type { Next } from '../next.ts';
import { begin } from './begin.ts';
import { startWith } from './start.ts';

/** The chat could not start. What was written is kept; only the visitor starts again. */
export function whileFailed(state: StateIn<'failed'>, event: SessionEvent): Next {
  if (event.type === 'switchRequested' && state.order) {
    return begin({ ...state, order: { ...state.order, scenario: event.scenario } });
  }
  if (event.type !== 'restartRequested' && event.type !== 'retryRequested') return [state];
  if (state.order === null) return [{ ...baseOf(state), phase: 'loading' }, { type: 'relaunch' }];
  return startWith(state, state.started);
}

export function failWith(state: SessionState, failure: Failure, started: Started): Next {
  // a service that no longer knows the order it took, or refuses the chat it offered, has to be asked anew
  const isOrderGone = failure.kind === 'missing' || failure.kind === 'refused' || failure.kind === 'over';
  const kept = isOrderGone ? NOTHING_STARTED : started;
  return [{ ...baseOf(state), phase: 'failed', failure, started: kept }, { type: 'stopAll' }];
}
