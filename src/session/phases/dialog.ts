import type { SessionEvent } from '../event.ts';
import type { StateIn } from '../state.ts';
import { baseOf } from '../state.ts';
import type { Next } from '../next.ts';
import { actOn } from './actOn.ts';
import { endWith } from './ended.ts';
import { giveBack } from './giveBack.ts';
import { waitFor, wishedFor } from './waitFor.ts';

/** The service has something to say, or a choice to offer. */
export function whileInDialog(state: StateIn<'dialog'>, event: SessionEvent): Next {
  if (event.type === 'dialogClosed' && !state.isBusy) return closeDialog(state, event.at);
  return whileAnswering(state, event);
}

/** What was said is read, or what was offered is not wanted now. An order that is known goes its way. */
function closeDialog(state: StateIn<'dialog'>, at: number): Next {
  const { serviceId, reply, awaits } = state;
  if (serviceId === null) return endWith(state, 'server', at);
  const base = baseOf(state);
  return reply.type === 'menu'
    ? waitFor(base, serviceId, 'agent')
    : waitFor(base, serviceId, awaits, reply.text);
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
      return actOn(state, event.reply, {
        started: { serviceId: state.serviceId, invitation: null },
        at: event.at,
        // who was ready is connected; a choice from a menu may also have put it off
        awaits: state.phase === 'waiting' ? 'call' : wishedFor(state.order),
      });
    case 'startFailed':
      return [{ ...state, isBusy: false, failure: event.failure }];
    case 'endRequested': {
      // the visitor wants none of it any more: the order must not stay behind
      const [ended, ...effects] = endWith(state, 'visitor', event.at);
      return [ended, ...effects, ...giveBack(state, state.serviceId)];
    }
    default:
      return [state];
  }
}
