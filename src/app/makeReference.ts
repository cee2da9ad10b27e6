import { randomId } from '../lib/randomId.ts';
import type { Order } from '../session/ports.ts';

/**
 * A short reference that a visitor can quote: the ends of the visit's id, by which the site finds the visit,
 * or a random one. Too short to be of use to anybody else.
 */
export function makeReference(order: Order | null): string {
  const visit = order?.visitId ?? '';
  return visit.length > 8 ? `${visit.slice(0, 4)}…${visit.slice(-3)}` : randomId(6).toUpperCase();
}
