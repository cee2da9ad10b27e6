const KEY = 'gms-chat-invited';

/** Whether an invitation came in this visit; where the page may store nothing, the page view is the visit. */
export type Invited = Readonly<{ was(): boolean; remember(): void }>;

/** Holds one digit and no id. Source: docs/decisions/014-the-invitation.md. */
export function invitedInVisit(page: Window): Invited {
  let isKnown = false;
  return {
    was() {
      try {
        return isKnown || page.sessionStorage.getItem(KEY) !== null;
      } catch {
        return isKnown;
      }
    },
    remember() {
      isKnown = true;
      try {
        page.sessionStorage.setItem(KEY, '1');
      } catch {
        // blocked or full: then it is known for this page
      }
    },
  };
}
