import type { InviteOptions } from '../launcher/gmsChat.ts';
import { isRecord } from '../launcher/isRecord.ts';

export type Notification = Readonly<{
  /** the page view it is meant for; null: any */
  page: string | null;
  /** what it says about the invitation; checked as options are */
  invitation: InviteOptions;
}>;

/** The fragment under its own name, or one for a language: `inviteGMS.de.html`. */
const FRAGMENT = /(?:^|\/)inviteGMS(?:\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\.html$/;

/** What a page may be told directly; where the console is and whom to tell is for the page alone to say. */
const DIRECT = [
  'type',
  'title',
  'text',
  'acceptLabel',
  'callbackLabel',
  'declineLabel',
  'timeout',
  'scenario',
  'callbackScenario',
  'lang',
  'userData',
  'engagementID',
  'actionID',
] as const;

/** One message, a list of them, or the JSON text of either. */
export function readMessages(payload: unknown): readonly unknown[] {
  const value = fromJson(payload);
  return Array.isArray(value) ? value : [value];
}

/**
 * The invitation in a notification; null for whatever else there is: channels are a fixed list, and no name
 * from the wire is ever called. Source: gwe-engagement.md §2, genesys-widgets-observed.md "Web Engagement".
 */
export function readNotification(message: unknown): Notification | null {
  if (!isRecord(message) || !isRecord(message['data'])) return null;
  const { channel, data, page } = message;
  const invitation = invitationOf(channel, data);
  return invitation && { page: typeof page === 'string' ? page : null, invitation };
}

function invitationOf(channel: unknown, data: Record<string, unknown>): InviteOptions | null {
  switch (channel) {
    case 'gpe.appendContent':
      return fragmentOf(data['url']);
    case 'gpe.setVariable':
      return variableOf(fromJson(data['value'] ?? data));
    case 'GmsChat':
      return pick(data, DIRECT);
    default:
      return null;
  }
}

function fragmentOf(url: unknown): InviteOptions | null {
  const match = typeof url === 'string' ? FRAGMENT.exec(url.replace(/[?#].*$/, '')) : null;
  return match && (match[1] ? { lang: match[1] } : {});
}

/** The invitation of Genesys Widgets, in its words. */
function variableOf(value: unknown): InviteOptions | null {
  if (!isRecord(value) || (value['type'] !== 'chat' && value['type'] !== 'callback')) return null;
  const { subject, message, acceptBtnCaption, cancelBtnCaption, inviteTimeout, chatOptions } = value;
  return pick(
    {
      type: value['type'],
      title: subject,
      text: message,
      acceptLabel: acceptBtnCaption,
      declineLabel: cancelBtnCaption,
      timeout: inviteTimeout,
      userData: isRecord(chatOptions) ? chatOptions['userData'] : undefined,
      engagementID: value['engagementID'],
      actionID: value['actionID'],
    },
    DIRECT,
  );
}

/** Only what is there, and numbers that came as text as numbers; the rest is checked where all options are. */
function pick(data: Readonly<Record<string, unknown>>, names: readonly string[]): InviteOptions {
  const entries = names
    .filter((name) => Object.hasOwn(data, name) && data[name] !== undefined && data[name] !== '')
    .map((name) => [name, name === 'timeout' ? Number(data[name]) : data[name]] as const);
  return Object.fromEntries(entries);
}

function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
