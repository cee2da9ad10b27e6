import type { Locale } from '../i18n/pickLocale.ts';
import { pickLocale } from '../i18n/pickLocale.ts';
import { VISITOR_WORD } from '../i18n/visitorWord.ts';
import type { ConsoleConfig } from '../launch/configSchema.ts';
import type { RefusedConfig } from '../launch/consoleConfig.ts';
import { readConfig } from '../launch/consoleConfig.ts';
import type { LaunchParams } from '../launch/launchParams.ts';
import { readLaunchParams } from '../launch/launchParams.ts';
import { randomId } from '../lib/randomId.ts';
import { browserClock } from '../platform/browserClock.ts';
import { consoleLog } from '../platform/consoleLog.ts';
import { lazyOwnerLock } from '../platform/lazyOwnerLock.ts';
import { readPageContext } from '../platform/pageContext.ts';
import type { LoadCallbacks } from '../queries/loadCallbacks.ts';
import type { LoadFiles } from '../queries/loadFiles.ts';
import type { EffectRunner } from '../session/createEffectRunner.ts';
import { createEffectRunner } from '../session/createEffectRunner.ts';
import type { Session } from '../session/createSession.ts';
import { failureOf } from '../session/failure.ts';
import type { OwnerLock, SessionRecord } from '../session/ports.ts';
import { onlyWindow } from '../session/onlyWindow.ts';
import type { RecordContent } from '../session/recordOf.ts';
import { recordOf } from '../session/recordOf.ts';
import type { HostSlot } from '../ui/ConsoleModel.ts';
import { connectGms } from './connectGms.ts';
import { fetchConfig } from './fetchConfig.ts';
import type { LaunchPlan } from './launchPlan.ts';
import { expectAsyncChats, hasLateCode } from './loadLateCode.ts';
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
  /** what a host page lets the visitor do with the window */
  hostSlot?: HostSlot | undefined;
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

  // a page that embeds or opened us may know more, or bring a chat along: its part travels beside the configuration
  const host = page.parent !== page || page.opener ? import('./meetHost.ts').catch(() => null) : null;
  const text = await fetchConfig(page, browserClock).catch(failureOf);
  const isText = typeof text === 'string' || text === null;
  const reading = isText ? readConfig(text) : null;
  if (!reading?.isValid) {
    const problems = reading ? await problemsOf(reading) : [];
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
  if (config.chat.async.enabled) expectAsyncChats();
  const own: LaunchPlan = {
    params,
    config,
    kept: usableRecord(await record.recall(), params, isReload(page)),
  };
  const plan = (await (await host)?.meetHost(page, session, own)) ?? own;
  const { kept } = plan;
  const gmsUser = kept?.order.gmsUser ?? config.gmsUser ?? `web-${randomId()}`;
  const { loadCallbacks, loadFiles, ...ports } = await connectGms(
    page,
    config,
    gmsUser,
    browserClock,
    () => session.getState().draft.text,
  );
  connect(
    createEffectRunner({
      ...ports,
      ownerLock: ownerLockFor(page, session),
      clock: browserClock,
      log: consoleLog,
      random: Math.random,
      onNotice: (detail) => page.dispatchEvent(new CustomEvent('gms-chat:customNotice', { detail })),
      position: () => session.getState().conversation.position,
      earlier: () => session.getState().conversation.pages?.wish ?? null,
    }),
  );
  if (kept) {
    // what was kept leads into a later phase at once
    session.dispatch(
      (await hasLateCode())
        ? { type: 'resumed', record: kept }
        : { type: 'launchRefused', failure: { kind: 'network' } },
    );
  } else {
    const context = readPageContext(page, locale);
    const nickname = config.texts['nickname'] ?? VISITOR_WORD[locale];
    const order = planOrder({ ...plan, page: context, gmsUser, nickname, log: consoleLog });
    session.dispatch({ type: 'launched', order });
  }
  return { locale, config, json, problems: [], loadCallbacks, loadFiles, hostSlot: plan.hostSlot };
}

/** Browsers without Web Locks, and pages that are not served securely, cannot tell one window from another. */
function ownerLockFor(page: Window, session: Session): OwnerLock {
  if (!('locks' in page.navigator)) return onlyWindow;
  const kept = {
    record: () => recordOf(session.getState()),
    isOver: () => session.getState().phase === 'ended',
    subscribe: session.subscribe,
  };
  return lazyOwnerLock(async () => {
    const { createOwnerLock } = await import('../platform/ownerLock.ts');
    const { readRecord } = await import('../platform/readRecord.ts');
    return createOwnerLock(page, { ...kept, read: readRecord });
  });
}

/** Only whose configuration is broken pays for being told how. */
async function problemsOf(refused: RefusedConfig): Promise<readonly string[]> {
  const advisor = await import('../launch/configProblems.ts').catch(() => null);
  return advisor?.configProblems(refused) ?? ['config.json: cannot be used'];
}

function notConnected(): Promise<never> {
  return Promise.reject(new Error('Not connected'));
}

/**
 * Ids leave the address as soon as they are in the record: an address that carries some was opened anew, or reloaded
 * before the browser took note. It goes on with a chat of the same visit, and is an order of its own otherwise.
 */
function usableRecord(
  kept: RecordContent | null,
  { visitId, pageId }: LaunchParams,
  isReloaded: boolean,
): RecordContent | null {
  const isOpenedAnew = !isReloaded && (visitId !== null || pageId !== null);
  const isSameVisit = kept?.chat && !kept.isExpired && kept.order.visitId === (visitId ?? undefined);
  return isOpenedAnew && !isSameVisit ? null : kept;
}

function isReload({ performance }: Window): boolean {
  const [arrival] = performance.getEntriesByType('navigation');
  return arrival !== undefined && 'type' in arrival && arrival.type === 'reload';
}
