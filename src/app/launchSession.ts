import type { Locale } from '../i18n/pickLocale.ts';
import { pickLocale } from '../i18n/pickLocale.ts';
import { VISITOR_WORD } from '../i18n/visitorWord.ts';
import type { ConsoleConfig } from '../launch/configSchema.ts';
import { readConfig } from '../launch/consoleConfig.ts';
import type { LaunchParams } from '../launch/launchParams.ts';
import { readLaunchParams } from '../launch/launchParams.ts';
import { randomId } from '../lib/randomId.ts';
import { browserClock } from '../platform/browserClock.ts';
import { consoleLog } from '../platform/consoleLog.ts';
import { readPageContext } from '../platform/pageContext.ts';
import type { LoadCallbacks } from '../queries/loadCallbacks.ts';
import type { LoadFiles } from '../queries/loadFiles.ts';
import type { EffectRunner } from '../session/createEffectRunner.ts';
import { createEffectRunner } from '../session/createEffectRunner.ts';
import type { Session } from '../session/createSession.ts';
import { failureOf } from '../session/failure.ts';
import type { SessionRecord } from '../session/ports.ts';
import type { RecordContent } from '../session/recordOf.ts';
import { connectGms } from './connectGms.ts';
import { fetchConfig } from './fetchConfig.ts';
import { planOrder } from './planOrder.ts';

/** What the launch came to, for whoever draws the console. */
export type Launch = Readonly<{
  locale: Locale;
  /** null: there is no valid configuration, and nothing was contacted */
  config: ConsoleConfig | null;
  /** the file as it was read, for advice about its keys */
  json: unknown;
  /** what is wrong with the configuration, for integrators */
  problems: readonly string[];
  /** what can be asked about calls; fails where nothing may be contacted */
  loadCallbacks: LoadCallbacks;
  /** files of a chat; fails where nothing may be contacted */
  loadFiles: LoadFiles;
}>;

/** Reads address and configuration and gives the session its first event: resumed, launched or refused. */
export async function launchSession(
  page: Window,
  session: Session,
  record: SessionRecord<RecordContent>,
  connect: (runner: EffectRunner) => void,
): Promise<Launch> {
  const params = readLaunchParams(page.location.search);
  const localeFor = (configured: string) =>
    pickLocale({ lang: params.lang, configured, preferred: page.navigator.languages });

  const text = await fetchConfig(page, browserClock).catch(failureOf);
  const isText = typeof text === 'string' || text === null;
  const reading = isText ? readConfig(text) : null;
  if (!reading?.isValid) {
    const problems = reading?.problems ?? [];
    for (const problem of problems)
      consoleLog.warn(problem.startsWith('config.json') ? problem : `config.json, ${problem}`);
    session.dispatch({ type: 'launchRefused', failure: isText ? { kind: 'misconfigured' } : text });
    return {
      locale: localeFor('auto'),
      config: null,
      json: null,
      problems,
      loadCallbacks: notConnected,
      loadFiles: notConnected,
    };
  }

  const { config, json } = reading;
  const locale = localeFor(config.locale);
  const kept = usableRecord(await record.recall(), params);
  const gmsUser = kept?.order.gmsUser ?? config.gmsUser ?? `web-${randomId()}`;
  const { loadCallbacks, loadFiles, ...ports } = connectGms(page, config, gmsUser, browserClock);
  connect(
    createEffectRunner({
      ...ports,
      clock: browserClock,
      log: consoleLog,
      random: Math.random,
      position: () => session.getState().conversation.position,
    }),
  );
  if (kept) {
    session.dispatch({ type: 'resumed', record: kept });
  } else {
    const context = readPageContext(page, locale);
    const nickname = config.texts['nickname'] ?? VISITOR_WORD[locale];
    const order = planOrder({ params, config, page: context, gmsUser, nickname, log: consoleLog });
    session.dispatch({ type: 'launched', order });
  }
  return { locale, config, json, problems: [], loadCallbacks, loadFiles };
}

function notConnected(): Promise<never> {
  return Promise.reject(new Error('Not connected'));
}

/**
 * Ids leave the address as soon as they are in the record: an address that carries some was opened anew.
 * It goes on with a chat of the same visit, and is an order of its own otherwise.
 */
function usableRecord(kept: RecordContent | null, { visitId, pageId }: LaunchParams): RecordContent | null {
  const isOpenedAnew = visitId !== null || pageId !== null;
  const isSameVisit = kept?.chat && kept.order.visitId === (visitId ?? undefined);
  return isOpenedAnew && !isSameVisit ? null : kept;
}
