import type { SessionEvent } from '../event.ts';
import type { StateIn } from '../state.ts';
import { NOTHING_STARTED } from '../state.ts';
import type { Next } from '../next.ts';
import { endWith } from './ended.ts';
import { giveBack } from './giveBack.ts';
import { startWith } from './start.ts';

/** The visitor has a number to call; what remains is to say that they have, or to ask for another one. */
export function whileDialling(state: StateIn<'dial'>, event: SessionEvent): Next {
  switch (event.type) {
    // "I have called"
    case 'dialogClosed':
      return endWith(state, 'called', event.at);
    case 'restartRequested':
      return state.isRenewing ? [state] : renew(state);
    case 'orderReleased':
      return state.isRenewing ? startWith(state, NOTHING_STARTED) : [state];
    case 'endRequested': {
      const [ended, ...effects] = endWith(state, 'visitor', event.at);
      return [ended, ...effects, ...giveBack(state, state.reply.serviceId)];
    }
    default:
      return [state];
  }
}

/** The same order once more: the old one first goes back, or its number would stay booked beside the new one. */
function renew(state: StateIn<'dial'>): Next {
  const release = giveBack(state, state.reply.serviceId);
  return release.length === 0
    ? startWith(state, NOTHING_STARTED)
    : [{ ...state, isRenewing: true }, ...release];
}
