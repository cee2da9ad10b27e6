import type { CallKey } from '../../i18n/catalogue.ts';

type StateKey = Extract<CallKey, `call.state.${string}`>;

const STATES = {
  SCHEDULED: 'call.state.SCHEDULED',
  QUEUED: 'call.state.QUEUED',
  ROUTING: 'call.state.ROUTING',
  PROCESSING: 'call.state.PROCESSING',
  COMPLETED: 'call.state.COMPLETED',
} as const satisfies Readonly<Record<string, StateKey>>;

/** The state of a record in words. Source: protocol/gms-callback.md §2.2. */
export function stateKey(state: string): StateKey {
  return isKnown(state) ? STATES[state] : 'call.state.other';
}

/** Whether one is on the telephone already, or nearly. */
export function isConnecting(state: string | null): boolean {
  return state === 'ROUTING' || state === 'PROCESSING';
}

/** Whether an order can still be given back: not once one talks, or has talked. */
export function isCancellable(state: string): boolean {
  return state !== 'PROCESSING' && state !== 'COMPLETED';
}

function isKnown(state: string): state is keyof typeof STATES {
  return Object.hasOwn(STATES, state);
}
