import type { SessionEvent } from '../event.ts';
import type { Failure } from '../failure.ts';
import type { Later } from '../later.ts';
import type { Next } from '../next.ts';
import type { StateIn } from '../state.ts';
import { askFor } from './begin.ts';
import { endWith } from './ended.ts';
import { failWith } from './failed.ts';
import { fieldsRefused } from './fieldsRefused.ts';
import { startWith } from './start.ts';

/** An order is with the server. It is given once: what may have arrived is never repeated by itself. */
export function whileStarting(state: StateIn<'starting'>, event: SessionEvent, later: Later): Next {
  switch (event.type) {
    case 'startAnswered':
      return later().actOn(state, event.reply, {
        started: state.started,
        at: event.at,
      });
    case 'chatOpened':
      return later().enterChat(state, event.batch, event.at);
    case 'startFailed':
      // nothing left the machine: not a failure, but something to wait for
      if (event.failure.kind === 'offline') return [{ ...state, isHeld: true, isOnline: false }];
      return sendBack(state, event.failure);
    case 'endRequested':
      return endWith(state, 'visitor', event.at);
    case 'wentOnline':
      return state.isHeld ? startWith(state, state.started) : [state];
    case 'timerFired':
      return event.timer === 'slowStart' && state.hitch === null ? [{ ...state, hitch: 'slow' }] : [state];
    case 'answerUnread':
      return [{ ...state, hitch: 'unread' }];
    default:
      return [state];
  }
}

/** A refusal that is about what was asked leads back to the form, with everything kept; any other is a failure. */
function sendBack(state: StateIn<'starting'>, failure: Failure): Next {
  const asked = state.order && failure.kind === 'refused' ? fieldsRefused(failure, state.order) : null;
  return asked
    ? [...askFor(state, asked, failure), { type: 'stopAll' }]
    : failWith(state, failure, state.started);
}
