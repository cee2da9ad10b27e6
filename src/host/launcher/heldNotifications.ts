import { pushToTracker } from './engagementIds.ts';

/** The fragment is ours to show, also before we can: the tracker would ask for a file that need not be there. */
const OURS = /inviteGMS/;

/** Keeps what Web Engagement sends while `invite.js`, which can read it, is still on its way. */
export function holdNotifications(page: Window): void {
  const parts = page.GmsChat?.parts;
  if (!parts || parts.held) return;
  parts.held = [];
  pushToTracker(page, [
    'on',
    'notificationMessage',
    (payload: unknown) => {
      parts.held?.push(payload);
      return parts.held && OURS.test(JSON.stringify(payload)) ? false : undefined;
    },
  ]);
}

/** What was kept; from now on nothing is. */
export function releaseNotifications(page: Window): readonly unknown[] {
  const parts = page.GmsChat?.parts;
  const held = parts?.held ?? [];
  delete parts?.held;
  return held;
}
