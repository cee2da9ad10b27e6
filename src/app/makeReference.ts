import { randomId } from '../lib/randomId.ts';
import type { Order } from '../session/ports.ts';

const LENGTH = 6;

/**
 * A short reference that a visitor can quote, and still can after a reload: the ends of the visit's id, by which the
 * site finds the visit, or of the label under which GMS knows the session. Too short to be of use to anybody else.
 */
export function makeReference(order: Order | null): string {
  const visit = order?.visitId ?? '';
  if (visit.length > 8) return `${visit.slice(0, 4)}…${visit.slice(-3)}`;
  // one that was configured is everybody's
  const own = order?.gmsUser.startsWith('web-') ? order.gmsUser.slice(-LENGTH) : randomId(LENGTH);
  return own.toUpperCase();
}
