import type { SessionState } from '../../session/state.ts';

/** The time a call was booked for, as the service names it; null for a call now. */
export function selectBookedFor({ order }: SessionState): string | null {
  return order?.scenario === 'VOICE-SCHEDULED-USERTERM' ? (order.desiredTime ?? null) : null;
}
