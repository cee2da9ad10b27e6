import type { Wish } from '../host/messages.ts';
import type { HostOffer, HostSlot } from '../ui/ConsoleModel.ts';

type GrantedSlot = HostSlot &
  Readonly<{
    /** Offers what this host can fulfil, and nothing else any more. */
    grant(grants: readonly Wish[]): void;
  }>;

/** What the host of the moment lets the visitor do with the window. */
export function createHostSlot(isWindow: boolean, onWish: (wish: Wish) => void): GrantedSlot {
  const listeners = new Set<() => void>();
  let offer: HostOffer | null = null;
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => offer,
    grant(grants) {
      offer = grants.length === 0 ? null : { grants, isWindow, onWish };
      for (const listener of listeners) listener();
    },
  };
}
