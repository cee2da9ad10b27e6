import type { SessionEvent } from '../event.ts';
import type { Next } from '../next.ts';
import { selectIsCall } from '../selectIsCall.ts';
import type { EndReason, SessionState, StateIn } from '../state.ts';
import { whileAnswering } from './dialog.ts';
import { endWith } from './ended.ts';
import { begin } from './begin.ts';
import { giveBack } from './giveBack.ts';

/** The service took the order: an agent is being found, a call is on its way, or it is booked for later. */
export function whileWaiting(state: StateIn<'waiting'>, event: SessionEvent): Next {
  switch (event.type) {
    case 'connectRequested':
      if (state.isBusy || state.serviceId === null) return [state];
      return [
        { ...state, isBusy: true, failure: null },
        state.ready
          ? { type: 'followDialog', path: state.ready.path }
          : { type: 'connectService', serviceId: state.serviceId },
      ];
    case 'agentReady':
      // what is told twice while the visitor is being connected is about the same agent
      if (state.isBusy || state.serviceId !== event.serviceId) return [state];
      return [
        { ...state, ready: { path: event.path, at: event.at } },
        { type: 'awaitAgent', serviceId: event.serviceId },
      ];
    case 'callbackMoved':
      return state.order === null
        ? [state]
        : [{ ...state, order: { ...state.order, desiredTime: event.desiredTime } }];
    case 'callbackEnded':
      return endWith(state, endReason(state, event.reason), event.at, event.reason);
    case 'switchRequested':
      return switchTo(state, event);
    case 'orderReleased':
      return state.instead === null || state.order === null
        ? [state]
        : begin({ ...state, order: { ...state.order, scenario: state.instead } });
    default:
      return whileAnswering(state, event);
  }
}

/** The first order is given back before the second is made: nobody must be called who is chatting. */
function switchTo(
  state: StateIn<'waiting'>,
  event: Extract<SessionEvent, { type: 'switchRequested' }>,
): Next {
  if (state.order === null || state.isBusy) return [state];
  const release = giveBack(state, state.serviceId);
  if (release.length === 0) return begin({ ...state, order: { ...state.order, scenario: event.scenario } });
  return [{ ...state, isBusy: true, instead: event.scenario }, ...release];
}

/** Of a chat that ended before it began nobody needs to know more than that. Source: protocol/gms-callback.md §2.2. */
function endReason(state: SessionState, reason: string): EndReason {
  if (reason !== 'AGENT_CONNECTED' && reason !== 'CANCELLED') return 'callFailed';
  if (!selectIsCall(state)) return 'server';
  return reason === 'CANCELLED' ? 'cancelled' : 'called';
}
