import { askIds, pushToTracker } from '../launcher/engagementIds.ts';
import type { Disposition, InviteOptions } from '../launcher/gmsChat.ts';
import type { EngagementIds } from '../messages.ts';

export type Report = (result: Disposition, media: 'chat' | 'callback') => void;

/** A result without the visit it belongs to is worth nothing: so long it waits for the tracker's answer. */
const IDS_WAIT_MS = 5000;

/** Tells Web Engagement once what became of an invitation. Nobody waits for it, and nobody sees it fail. */
export function createReport(page: Window, options: InviteOptions, gwe: string | null): Report {
  let ids: EngagementIds = options.ids ?? {};
  let onIds = (): void => undefined;
  let isReported = false;
  if (!options.ids)
    askIds(page, (found) => {
      ids = found;
      onIds();
    });

  return (result, media) => {
    if (isReported) return;
    isReported = true;
    let isSent = false;
    const send = (): void => {
      if (isSent) return;
      isSent = true;
      tell(page, options, gwe, { result, media, ...ids });
    };
    if (ids.visitID !== undefined || result === 'pageExit') return send();
    onIds = send;
    setTimeout(send, IDS_WAIT_MS);
    page.addEventListener('pagehide', send);
  };
}

type Facts = EngagementIds & Readonly<{ result: Disposition; media: 'chat' | 'callback' }>;

function tell(page: Window, options: InviteOptions, gwe: string | null, facts: Facts): void {
  const { disposition = 'invites' } = options;
  if (disposition === 'none') return;
  if (disposition === 'event') return tellTracker(page, options, facts);
  const address =
    disposition === 'invites' ? invitesAddress(gwe, options, facts) : filled(disposition, options, facts);
  if (address === null) return;
  // GET is what the server takes, so no beacon; keepalive outlives the page just as well
  page
    .fetch(address, { credentials: 'include', mode: 'no-cors', cache: 'no-store', keepalive: true })
    .catch(() => undefined);
}

/** What Genesys Widgets ask for, in their order. Source: genesys-widgets-observed.md "Web Engagement". */
function invitesAddress(gwe: string | null, options: InviteOptions, facts: Facts): string | null {
  if (gwe === null) return null;
  const { alias, engagementID } = options;
  const { result, media, visitID, pageID } = facts;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ result, media, visitID, pageID, alias, engagementID })) {
    if (value !== undefined) query.set(name, value);
  }
  query.set('webengagement', '');
  return `${gwe}/server/data/invites?${query.toString()}`;
}

/** The event of newer servers, which know `mediaBusy` as the code of an error. */
function tellTracker(
  page: Window,
  { actionID, engagementID }: InviteOptions,
  { result, media }: Facts,
): void {
  const outcome = result === 'mediaBusy' ? { result: 'error', code: result } : { result };
  pushToTracker(page, ['event', 'Disposition', { data: { actionID, engagementID, ...outcome, media } }]);
}

function filled(template: string, { engagementID = '' }: InviteOptions, facts: Facts): string {
  const values = new Map<string, string>(Object.entries({ ...facts, engagementID }));
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''));
}
