import { advise } from '../launcher/advise.ts';
import type { Disposition, GmsChat, InviteOptions, OpenOptions } from '../launcher/gmsChat.ts';
import { OPEN_SHAPES } from '../launcher/readOpenOptions.ts';
import type { InviteClock } from './countdown.ts';
import { pageClock } from './countdown.ts';
import { gweServer } from './gweServer.ts';
import { invitedInVisit } from './invited.ts';
import { readInviteOptions } from './readInviteOptions.ts';
import { createReport } from './reportDisposition.ts';
import { showInvitation } from './showInvitation.ts';
import { whenVisible } from './whenVisible.ts';

const SCENARIOS = { chat: 'CHAT-NOW', callback: 'VOICE-SCHEDULED-USERTERM' } as const;

/** Shows at most one invitation in a visit and opens the console when it is accepted. `beside`: our script's address. */
export function createInviter(
  page: Window,
  chat: Pick<GmsChat, 'open' | 'isOpen'>,
  beside: string,
  clock: InviteClock = pageClock,
): GmsChat['invite'] {
  const invited = invitedInVisit(page);
  let isAsking = false;

  async function invite(options: InviteOptions): Promise<Disposition> {
    // one that is not shown asked nobody, so there is nothing to tell about it
    if (isAsking || invited.was()) return 'cancel';
    isAsking = true;
    const report = createReport(page, options, gweServer(page.document, options.gweUrl, beside));
    const media = options.type === 'callback' ? 'callback' : 'chat';
    try {
      const isVisible = await whenVisible(page.document, clock);
      const early = chat.isOpen() ? 'mediaBusy' : isVisible ? null : 'cancel';
      if (early) {
        report(early, media);
        return early;
      }
      invited.remember();
      return await ask(options, report);
    } finally {
      isAsking = false;
    }
  }

  function ask(options: InviteOptions, report: ReturnType<typeof createReport>): Promise<Disposition> {
    return new Promise((resolve) => {
      showInvitation(page, options, clock, (answer) => {
        // the dialog is gone; then the window, while the click lasts; then the result: the order of the original
        const isCall = answer.result === 'accept' ? answer.media === 'callback' : options.type === 'callback';
        const media = isCall ? 'callback' : 'chat';
        const result = answer.result === 'accept' ? accept(options, media) : answer.result;
        report(result, media);
        resolve(result);
      });
    });
  }

  function accept(options: InviteOptions, media: 'chat' | 'callback'): Disposition {
    const wanted = openOptions(options, media);
    if (!chat.open(wanted).isClosed) return 'accept';
    // whoever said yes gets a console, also where popups are forbidden
    return chat.open({ ...wanted, mode: 'iframe' }).isClosed ? 'error' : 'accept';
  }

  return (given) =>
    invite(readInviteOptions(given)).catch(() => {
      advise('the invitation could not be shown');
      return 'error' as const;
    });
}

function openOptions(options: InviteOptions, media: 'chat' | 'callback'): OpenOptions {
  const known = Object.entries(options).filter(([key]) => Object.hasOwn(OPEN_SHAPES, key));
  const ofBoth = media === 'callback' && options.type === 'both';
  const scenario = (ofBoth ? options.callbackScenario : options.scenario) ?? SCENARIOS[media];
  return { proactive: true, ...Object.fromEntries(known), scenario };
}
