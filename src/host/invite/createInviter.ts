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

type Media = 'chat' | 'callback';

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

  function invite(options: InviteOptions): Promise<Disposition> {
    // one that is not shown asked nobody, so there is nothing to tell about it
    if (isAsking || invited.was()) return Promise.resolve('cancel');
    isAsking = true;
    const report = createReport(page, options, gweServer(page.document, options.gweUrl, beside));
    const media = options.type === 'callback' ? 'callback' : 'chat';

    return new Promise((resolve) => {
      const settle = (result: Disposition, about: Media = media): void => {
        isAsking = false;
        report(result, about);
        resolve(result);
      };
      whenVisible(page.document, clock, (isVisible) => {
        if (chat.isOpen()) return settle('mediaBusy');
        if (!isVisible) return settle('cancel');
        invited.remember();
        showInvitation(page, options, clock, (answer) => {
          // the dialog is gone; then the window, while the click lasts; then the result: the order of the original
          if (answer.result === 'accept') settle(accept(options, answer.media), answer.media);
          else settle(answer.result);
        });
      });
    });
  }

  function accept(options: InviteOptions, media: Media): Disposition {
    const wanted = openOptions(options, media);
    if (!chat.open(wanted).isClosed) return 'accept';
    // whoever said yes gets a console, also where popups are forbidden
    return chat.open({ ...wanted, mode: 'iframe' }).isClosed ? 'error' : 'accept';
  }

  return async (given) => {
    try {
      return await invite(readInviteOptions(given));
    } catch {
      isAsking = false;
      advise('the invitation could not be shown');
      return 'error';
    }
  };
}

function openOptions(options: InviteOptions, media: Media): OpenOptions {
  const known = Object.entries(options).filter(([key]) => Object.hasOwn(OPEN_SHAPES, key));
  const ofBoth = media === 'callback' && options.type === 'both';
  const scenario = (ofBoth ? options.callbackScenario : options.scenario) ?? SCENARIOS[media];
  return { proactive: true, ...Object.fromEntries(known), scenario };
}
