import type { SessionEvent } from '../event.ts';
import type { StateIn } from '../state.ts';
import type { Next } from '../next.ts';
import { actOn } from './actOn.ts';
import { endWith } from './ended.ts';

/** The service has something to say, or a choice to offer. */
export function whileInDialog(state: StateIn<'dialog'>, event: SessionEvent): Next {
  if (event.type === 'dialogClosed' && !state.isBusy) return endWith(state, 'server', event.at);
  return whileAnswering(state, event);
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
      return endWith(state, 'visitor', event.at);
    default:
      return [state];
  }
}
