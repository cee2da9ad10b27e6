import type { SessionEvent } from '../event.ts';
import { meaningOf } from '../failure.ts';
import type { OutboxState } from '../outbox.ts';
import { atTheEnd, change } from '../outbox.ts';
import type { Scenario } from '../scenarios.ts';
import type { EndReason, SessionState, StateIn } from '../state.ts';
import { baseOf, INITIAL_STATE } from '../state.ts';
import type { Next } from '../next.ts';
import { begin } from './begin.ts';

/** Over: nothing is sent or asked any more, and everything stays readable. */
export function whileEnded(state: StateIn<'ended'>, event: SessionEvent): Next {
  switch (event.type) {
    case 'restartRequested':
      return startAnew(state, state.order?.scenario);
    case 'switchRequested':
      return startAnew(state, event.scenario);
    case 'eraseRequested':
      return erase(state, event.at);
    // a message that was under way at the end still learns what became of it
    case 'sendAccepted':
      return settle(state, event.key, 'sent');
    case 'sendFailed':
      return settle(
        state,
        event.key,
        meaningOf(event.failure).send === 'unknown' ? 'checking' : 'undelivered',
      );
    default:
      return [state];
  }
}

/** The conversation, what was written, and who wrote it: what was stored went when the chat ended. */
function erase({ draft, isOnline }: StateIn<'ended'>, at: number): Next {
  const nothing = { ...INITIAL_STATE, draft: { text: '', seed: draft.seed + 1 }, isOnline };
  return [{ ...nothing, phase: 'ended', reason: 'erased', at, detail: null }];
}

function settle(state: StateIn<'ended'>, key: string, outcome: OutboxState): Next {
  if (!state.outbox.some((item) => item.key === key && item.state === 'sending')) return [state];
  return [{ ...state, outbox: change(state.outbox, key, { state: outcome }) }];
}

export function endWith(
  state: SessionState,
  reason: EndReason,
  at: number,
  detail: string | null = null,
): Next {
  const base = { ...baseOf(state), outbox: atTheEnd(state.outbox), typingSince: null };
  return [{ ...base, phase: 'ended', reason, at, detail }, { type: 'stopAll' }];
}

/** What did not arrive, or of which nobody knows. */
const UNSENT: ReadonlySet<OutboxState> = new Set(['undelivered', 'rejected', 'checking']);

/**
 * A new order for the same visitor. What was written and not delivered is not lost: it waits in the composer.
 * After an erasure nobody is known any more: the address and the configuration say what to order.
 */
function startAnew(state: StateIn<'ended'>, scenario: Scenario | undefined): Next {
  if (state.order === null) return [{ ...baseOf(state), phase: 'loading' }, { type: 'relaunch' }];
  const unsent = state.outbox.filter((item) => UNSENT.has(item.state)).map((item) => item.text);
  const text = [...unsent, state.draft.text].filter((part) => part !== '').join('\n');
  const fresh = {
    ...INITIAL_STATE,
    order: scenario ? { ...state.order, scenario } : state.order,
    isOnline: state.isOnline,
    draft: { text, seed: state.draft.seed + 1 },
  };
  return begin(fresh);
}
