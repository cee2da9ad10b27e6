import { askIds, pushToTracker } from '../launcher/engagementIds.ts';
import type { GmsChat, InviteOptions } from '../launcher/gmsChat.ts';
import { releaseNotifications } from '../launcher/heldNotifications.ts';
import type { InviteClock } from './countdown.ts';
import { pageClock } from './countdown.ts';
import { readInviteOptions } from './readInviteOptions.ts';
import type { Notification } from './readNotification.ts';
import { readMessages, readNotification } from './readNotification.ts';

/** The same message again within this time is a repeat of the line, not a second invitation. */
const REPEAT_MS = 10_000;
/** A tracker that delivers but does not say which page this is has chosen the page itself. */
const IDS_WAIT_MS = 2000;

/** Listens for the notifications of Web Engagement; the second time only the options are taken over. */
export function createAttach(
  page: Window,
  invite: GmsChat['invite'],
  clock: InviteClock = pageClock,
): GmsChat['attach'] {
  let ours: InviteOptions | null = null;
  let last = { text: '', at: -REPEAT_MS };

  return (given) => {
    const isNew = ours === null;
    ours = readSafely(given);
    if (isNew) pushToTracker(page, ['on', 'notificationMessage', receive]);
    for (const payload of releaseNotifications(page)) receive(payload);
  };

  /** `false` tells the tracker that the notification is taken care of. */
  function receive(payload: unknown): boolean | undefined {
    const taken = readMessages(payload)
      .map((message) => readNotification(message))
      .filter((notification) => notification !== null && take(notification));
    return taken.length > 0 ? false : undefined;
  }

  function take(notification: Notification): boolean {
    const text = JSON.stringify(notification);
    const isRepeat = text === last.text && clock.now() - last.at < REPEAT_MS;
    if (isRepeat) return true;
    const isOurs = checkPage(notification.page, () => show(notification));
    if (isOurs) last = { text, at: clock.now() };
    return isOurs;
  }

  function show({ invitation }: Notification): void {
    void invite({ ...ours, ...invitation });
  }

  /** Calls `then` once if this is the page; false as soon as it is known not to be. Ids are new for each page view. */
  function checkPage(wanted: string | null, then: () => void): boolean {
    let isSettled = false;
    let isOther = false;
    const settle = (pageID: string | undefined): void => {
      if (isSettled) return;
      isSettled = true;
      callOff();
      isOther = pageID !== undefined && pageID !== wanted;
      if (!isOther) then();
    };
    let callOff = (): void => undefined;
    if (wanted === null) settle(undefined);
    else {
      askIds(page, ({ pageID }) => settle(pageID));
      if (!isSettled) callOff = clock.after(IDS_WAIT_MS, () => settle(undefined));
    }
    return !isOther;
  }
}

/** Options that cannot even be read are none: the invitation comes with our own words. */
function readSafely(given: unknown): InviteOptions {
  try {
    return readInviteOptions(given);
  } catch {
    return {};
  }
}
