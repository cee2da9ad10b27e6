import type { SessionEvent } from '../event.ts';
import { SCENARIOS } from '../scenarios.ts';
import type { StateIn } from '../state.ts';
import { baseOf } from '../state.ts';
import type { Next } from '../next.ts';
import { actOn } from './actOn.ts';
import { endWith } from './ended.ts';
import { waitFor } from './waitFor.ts';

/** The service has something to say, or a choice to offer. */
export function whileInDialog(state: StateIn<'dialog'>, event: SessionEvent): Next {
  if (event.type === 'dialogClosed' && !state.isBusy) return closeDialog(state, event.at);
  return whileAnswering(state, event);
}

/** What was said is read. A call that was ordered goes its way; anything else is done with. */
function closeDialog(state: StateIn<'dialog'>, at: number): Next {
  const { order, serviceId } = state;
  const isCall = order !== null && SCENARIOS[order.scenario].media === 'VOICE';
  if (!isCall || serviceId === null) return endWith(state, 'server', at);
  return waitFor(baseOf(state), serviceId);
}

/** The visitor wants none of it any more: the order must not stay behind. */
function giveBack(state: StateIn<'dialog'> | StateIn<'waiting'>, at: number): Next {
  const [ended, ...effects] = endWith(state, 'visitor', at);
  if (state.serviceId === null) return [ended, ...effects];
  return [ended, ...effects, { type: 'releaseService', serviceId: state.serviceId }];
}

/** One step of a dialog at a time; its answer is acted on like that of a start. Source: gms-callback.md §4.3. */
export function whileAnswering(state: StateIn<'dialog'> | StateIn<'waiting'>, event: SessionEvent): Next {
  switch (event.type) {
    case 'followRequested':
      if (state.isBusy) return [state];
      return [
        { ...state, isBusy: true, failure: null },
        { type: 'followDialog', path: event.path },
      ];
    case 'startAnswered':
      return actOn(state, event.reply, { serviceId: state.serviceId, invitation: null });
    case 'startFailed':
      return [{ ...state, isBusy: false, failure: event.failure }];
    case 'endRequested':
      return giveBack(state, event.at);
    default:
      return [state];
  }
}
