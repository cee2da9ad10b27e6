import type { EngagementIds } from '../messages.ts';
import { isRecord } from './isRecord.ts';

const ID = /^[\w.:~-]{1,128}$/;

/** The ids in whatever a tracker or a host page hands over; what is not one is left out. */
export function readIds(value: unknown): EngagementIds {
  const { visitID, pageID } = isRecord(value) ? value : {};
  return { ...(isId(visitID) && { visitID }), ...(isId(pageID) && { pageID }) };
}

/**
 * Asks the tracker, which may be there, come later, or never (gwe-engagement.md §4). `take` is called with each
 * answer that has an id in it: during this call when the tracker is quick, later, twice after a change of page.
 */
export function askIds(page: Window, take: (ids: EngagementIds) => void): void {
  pushToTracker(page, [
    'getIDs',
    (answer: unknown) => {
      const ids = readIds(answer);
      if (ids.visitID ?? ids.pageID) take(ids);
    },
  ]);
}

/** The tracker's queue; an array in its place is what the tracker itself expects to find. */
export function pushToTracker(page: Window, command: readonly unknown[]): void {
  try {
    page._gt ??= [];
    page._gt.push(command);
  } catch {
    // a tracker of somebody else's making: we go on without ids
  }
}

declare global {
  interface Window {
    _gt?: { push(command: readonly unknown[]): unknown };
  }
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}
