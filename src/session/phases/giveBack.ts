import type { SessionEffect } from '../effect.ts';
import { SCENARIOS } from '../scenarios.ts';
import type { SessionState } from '../state.ts';

/**
 * Gives an order back, so that nobody is called who wants something else by now. The built-in services keep no order:
 * what they have booked runs out by itself. Source: protocol/gms-callback.md §2.4, §2.8, §2.9.
 */
export function giveBack({ order }: SessionState, serviceId: string | null): readonly SessionEffect[] {
  if (serviceId === null || order === null || SCENARIOS[order.scenario].path !== 'callback') return [];
  return [{ type: 'releaseService', serviceId }];
}
