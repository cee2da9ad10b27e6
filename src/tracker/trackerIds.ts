export type TrackerIds = Readonly<{
  visitID: string;
  /** of this view of this page only */
  pageID: string;
  globalVisitID: string;
  isNewVisit: boolean;
}>;

/** The ids of this page view: one visit in this tab, one visitor in this browser. Source: protocol/gwe-engagement.md §4.4. */
export function createTrackerIds(page: Window, newId: () => string): TrackerIds {
  const visit = kept(() => page.sessionStorage, 'gpe.visitID', newId);
  const visitor = kept(() => page.localStorage, 'gpe.globalVisitID', newId);
  return { visitID: visit.id, pageID: newId(), globalVisitID: visitor.id, isNewVisit: visit.isNew };
}

function kept(
  storage: () => Storage,
  key: string,
  newId: () => string,
): Readonly<{ id: string; isNew: boolean }> {
  try {
    const known = storage().getItem(key);
    if (known !== null) return { id: known, isNew: false };
    const id = newId();
    storage().setItem(key, id);
    return { id, isNew: true };
  } catch {
    // blocked storage: each page is a visit of its own
    return { id: newId(), isNew: true };
  }
}
