import type { NotificationMessage, TrackedEvent, Visit } from './engagement.ts';

/** So many pages show an interest. */
const PAGES_BEFORE_INVITATION = 2;

/** Business events of the site that lead to an invitation at once. */
const CHAT_EVENT = 'ChatInterest';
const CALLBACK_EVENT = 'CallbackInterest';

/**
 * The Engagement Logic Strategy: invites once in a visit, on the second page or when the site tells of an interest.
 * The message is the one of the owner's document, letter by letter; a callback has an invitation file of its own.
 * Source: protocol/seed-media-integration.txt, "GWE Engagement Logic Strategy".
 */
export function decideEngagement(visit: Visit, event: TrackedEvent): readonly NotificationMessage[] | null {
  const url = visit.invitations > 0 ? null : invitationFor(visit, event);
  if (url === null) return null;
  const notification_message = [
    {
      page: event.pageID,
      channel: 'gpe.appendContent',
      data: {
        url,
      },
    },
  ];
  return notification_message;
}

function invitationFor(visit: Visit, { eventName }: TrackedEvent): string | null {
  if (eventName === CALLBACK_EVENT) return '/server/api/resources/v1/inviteGMSCallback.html';
  const isInterested =
    eventName === CHAT_EVENT ||
    (eventName === 'PageEntered' && visit.pages.length >= PAGES_BEFORE_INVITATION);
  return isInterested ? '/server/api/resources/v1/inviteGMS.html' : null;
}
