import type { SessionEvent } from '../event.ts';
import type { StateIn } from '../state.ts';
import type { Next } from '../next.ts';
import { endWith } from './ended.ts';

/** The visitor has a number to call; what remains is to say that they have. */
export function whileDialling(state: StateIn<'dial'>, event: SessionEvent): Next {
  // "I have called"
  if (event.type === 'dialogClosed') return endWith(state, 'called', event.at);
  return event.type === 'endRequested' ? endWith(state, 'visitor', event.at) : [state];
}
