import type { Next } from '../next.ts';
import type { Order } from '../ports.ts';
import type { ScenarioFacts } from '../scenarios.ts';
import { SCENARIOS } from '../scenarios.ts';
import type { Awaited, Base } from '../state.ts';

/**
 * Waits for an agent, or for a call; where the server can tell that an agent is ready, it is listened to.
 * `told`: what the service last said about it.
 */
export function waitFor(base: Base, serviceId: string | null, awaits: Awaited, told = ''): Next {
  const waiting = {
    ...base,
    phase: 'waiting',
    serviceId,
    awaits,
    told,
    isBusy: false,
    failure: null,
    instead: null,
    ready: null,
  } as const;
  return serviceId === null ? [waiting] : [waiting, { type: 'awaitAgent', serviceId }];
}

/** What a service waits for that has only said so in words: as it was wished for, since nothing else is known. */
export function wishedFor(order: Order | null): Awaited {
  if (order === null) return 'agent';
  const { media, flags }: ScenarioFacts = SCENARIOS[order.scenario];
  return media === 'VOICE' && !flags?.waitForAgent ? 'call' : 'agent';
}
