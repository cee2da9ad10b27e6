import type { Customer, Order, PageContext } from '../../session/ports.ts';

/** What the agent's desktop reads as the client in use. */
const CLIENT_NAME = 'gms-chat-console';

/**
 * The form that opens a chat. Nothing empty is sent, except `webengagement`, whose empty value is the message.
 * Source: protocol/gms-chat.md §3.3, for `endpoint` genesys-widgets-observed.md.
 */
export function openBody(order: Order, endpoint: string | undefined): URLSearchParams {
  const { customer, isProactive } = order;
  const form = { ...nameOf(customer), subject: customer.subject, emailAddress: customer.email, endpoint };
  const userData = {
    ...order.userData,
    visitID: order.visitId,
    pageID: order.pageId,
    webengagement: undefined,
    // the form of GMS has no place for it
    ...(customer.contactNumber && { contactNumber: customer.contactNumber }),
    ...(order.isAsync && { GCTI_Chat_AsyncMode: 'true' }),
    ...pageData(order.page),
  };
  return new URLSearchParams([
    ...filled(form),
    ...filled(userData).map(([key, value]) => [`userData[${key}]`, value]),
    ...(isProactive ? [['userData[webengagement]', '']] : []),
  ]);
}

/** A nickname, or both names: one name alone is refused, and with both the server makes the nickname of them. */
function nameOf({ firstName, lastName, nickname }: Customer): Record<string, string> {
  return firstName && lastName ? { firstName, lastName } : { nickname };
}

function pageData(page: PageContext): Record<string, string> {
  return {
    GCTI_LanguageCode: page.language,
    TimeZone: String(page.timeZoneMinutes),
    _genesys_source: page.isMobile ? 'mobile' : 'web',
    _genesys_referrer: page.referrer,
    _genesys_url: page.url,
    _genesys_pageTitle: page.title,
    _genesys_browser: page.browser,
    _genesys_OS: page.system,
    _genesys_widgets: CLIENT_NAME,
  };
}

function filled(fields: Readonly<Record<string, string | undefined>>): [string, string][] {
  return Object.entries(fields).flatMap(([key, value]) =>
    value ? [[key, value] satisfies [string, string]] : [],
  );
}
