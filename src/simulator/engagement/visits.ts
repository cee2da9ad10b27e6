import type { RandomSource } from '../random.ts';
import type { Disposition, TrackedEvent, Visit } from './engagement.ts';

/** Raised when the shape below changes, so that an old snapshot is left alone. */
const VERSION = 1;

/** What the server knows of its visitors, as plain JSON data with one home. */
export type EngagementState = RandomSource & { version: number; visits: Record<string, Visit> };

export function freshVisits(seed: number): EngagementState {
  return { version: VERSION, random: seed, visits: {} };
}

/** The state of a snapshot, or null when it is not one of ours. */
export function restoredVisits(snapshot: string): EngagementState | null {
  try {
    const state: unknown = JSON.parse(snapshot);
    return isOurs(state) ? state : null;
  } catch {
    return null;
  }
}

export function visitOf(state: EngagementState, visitID: string): Visit {
  const known = Object.hasOwn(state.visits, visitID) ? state.visits[visitID] : undefined;
  return known ?? { visitID, pages: [], events: [], invitations: 0, results: [] };
}

/** Keeps an event: a page that was entered, something a site tells, or what became of an invitation. */
export function noteEvent(state: EngagementState, event: TrackedEvent): Visit {
  const { eventName, pageID, url, data } = event;
  const visit = visitOf(state, event.visitID);
  switch (eventName) {
    case 'PageEntered':
      return keep(state, {
        ...visit,
        pages: [...visit.pages, { pageID, url, title: textOf(data['title']) }],
      });
    case 'Disposition':
      return noteResult(state, event.visitID, {
        result: textOf(data['result']),
        media: textOf(data['media']),
        pageID,
      });
    default:
      return keep(state, { ...visit, events: [...visit.events, eventName] });
  }
}

export function noteResult(state: EngagementState, visitID: string, result: Disposition): Visit {
  const visit = visitOf(state, visitID);
  return keep(state, { ...visit, results: [...visit.results, result] });
}

export function noteInvitation(state: EngagementState, visitID: string): void {
  const visit = visitOf(state, visitID);
  keep(state, { ...visit, invitations: visit.invitations + 1 });
}

function keep(state: EngagementState, visit: Visit): Visit {
  state.visits[visit.visitID] = visit;
  return visit;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The number vouches for the rest: only `Engagement.snapshot()` writes it. */
function isOurs(state: unknown): state is EngagementState {
  return typeof state === 'object' && state !== null && 'version' in state && state.version === VERSION;
}
