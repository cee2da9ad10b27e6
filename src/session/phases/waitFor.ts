import type { Next } from '../next.ts';
import type { Base } from '../state.ts';

/** Waits for an agent, or for a call; where the server can tell that an agent is ready, it is listened to. */
export function waitFor(base: Base, serviceId: string | null): Next {
  const waiting = {
    ...base,
    phase: 'waiting',
    serviceId,
    isBusy: false,
    failure: null,
    instead: null,
    ready: null,
  } as const;
  return serviceId === null ? [waiting] : [waiting, { type: 'awaitAgent', serviceId }];
}
