import type { SessionData } from '../host/sessionData.ts';
import { pickLocale } from '../i18n/pickLocale.ts';
import { VISITOR_WORD } from '../i18n/visitorWord.ts';
import { randomId } from '../lib/randomId.ts';
import { consoleLog } from '../platform/consoleLog.ts';
import { readPageContext } from '../platform/pageContext.ts';
import type { RecordContent } from '../session/recordOf.ts';
import type { LaunchPlan } from './launchPlan.ts';
import { planOrder } from './planOrder.ts';

/** A record as a reload would find it, of a chat that the host page kept: with the order as it would be made today. */
export function recordOfGiven(page: Window, plan: LaunchPlan, data: SessionData): RecordContent {
  const { params, config } = plan;
  const { lang } = params;
  const locale = pickLocale({ lang, configured: config.locale, preferred: page.navigator.languages });
  const order = planOrder({
    params,
    config,
    page: readPageContext(page, locale),
    gmsUser: config.gmsUser ?? `web-${randomId()}`,
    nickname: config.texts['nickname'] ?? VISITOR_WORD[locale],
    log: consoleLog,
  });
  return { order, chat: { api: 'v2', ...data }, waiting: null, failure: null, outbox: [], draft: '' };
}
