import type { SessionEvent } from '../event.ts';
import type { StateIn } from '../state.ts';
import type { Next } from '../next.ts';
import { whileAnswering } from './dialog.ts';

/** The service took the order and will tell when an agent is there. */
export function whileWaiting(state: StateIn<'waiting'>, event: SessionEvent): Next {
  return whileAnswering(state, event);
}
