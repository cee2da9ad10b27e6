import type { SessionEffect } from '../effect.ts';
import type { Next } from '../next.ts';
import type { Order } from '../ports.ts';
import { SCENARIOS } from '../scenarios.ts';
import type { SessionState, Started, StateIn } from '../state.ts';
import { baseOf } from '../state.ts';

/** After this long a start says that it takes longer than usual. */
const SLOW_START_MS = 8_000;

/** Orders, from where an earlier attempt got to. Held back while the browser knows that it is offline. */
export function startWith(state: SessionState, started: Started): Next {
  const { order } = state;
  if (order === null) return [state];
  const next: StateIn<'starting'> = {
    ...baseOf(state),
    phase: 'starting',
    started,
    isHeld: !state.isOnline,
    hitch: null,
  };
  if (next.isHeld) return [next];
  return [next, orderEffect(order, started), { type: 'setTimer', timer: 'slowStart', ms: SLOW_START_MS }];
}

/** With Chat API v2 a chat needs no callback service; calls and custom services still do. */
function orderEffect(order: Order, started: Started): SessionEffect {
  const isChat = SCENARIOS[order.scenario].media === 'CHAT' && order.scenario !== 'CUSTOM';
  const isDirect = isChat && order.chatVia === 'chat';
  if (!isDirect && started.invitation === null) return { type: 'startService', order };
  return { type: 'openChat', order, invitation: started.invitation };
}
