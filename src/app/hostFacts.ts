import type { Connect } from '../host/hostChannel.ts';
import type { OrderChanges } from '../session/event.ts';
import type { Order } from '../session/ports.ts';
import type { LaunchPlan } from './launchPlan.ts';

/** What a host page told so far; the newest of each name. */
export type HostFacts = Pick<Connect, 'ids' | 'customer' | 'userData'>;

/** More names than this are somebody's mistake. */
const MOST_NAMES = 100;

/** Null when it has become too much: then nothing of the new is taken. */
export function mergeFacts(known: HostFacts, added: HostFacts): HostFacts | null {
  const userData = { ...known.userData, ...added.userData };
  if (Object.keys(userData).length > MOST_NAMES) return null;
  return {
    ids: { ...known.ids, ...added.ids },
    customer: { ...known.customer, ...added.customer },
    userData,
  };
}

/** Before the start: as if address and configuration had said so. The host knows the visitor of this moment. */
export function withFacts(plan: LaunchPlan, { ids, customer, userData }: HostFacts): LaunchPlan {
  const { params, config } = plan;
  return {
    ...plan,
    params: {
      ...params,
      visitId: ids?.visitID ?? params.visitId,
      pageId: ids?.pageID ?? params.pageId,
    },
    config: {
      ...config,
      customer: { ...config.customer, ...customer },
      userData: { ...config.userData, ...userData },
    },
  };
}

/** After the start. A visit that became known makes the chat proactive, unless the address says otherwise. */
export function changesOf(
  { ids, customer, userData }: HostFacts,
  { params }: LaunchPlan,
  order: Order,
): OrderChanges {
  const { visitID, pageID } = ids ?? {};
  return {
    ...(visitID !== undefined && { visitId: visitID, isProactive: params.isProactive ?? true }),
    ...(pageID !== undefined && { pageId: pageID }),
    ...(customer && { customer: { ...order.customer, ...customer } }),
    ...(userData && { userData: { ...order.userData, ...userData } }),
  };
}
