import type { Unpushed } from '../../src/gms/bayeux/connectByPush.ts';
import { connectByPush } from '../../src/gms/bayeux/connectByPush.ts';
import { createServiceDesk } from '../../src/gms/callback/callbackDesk.ts';
import { afterStart } from '../../src/gms/afterStart.ts';
import { afterStartV2 } from '../../src/gms/afterStartV2.ts';
import { createTransport } from '../../src/gms/createTransport.ts';
import type { GmsSettings } from '../../src/gms/gmsSettings.ts';
import { createSessionRecord } from '../../src/platform/sessionRecord.ts';
import type { EffectPorts, EffectRunner } from '../../src/session/createEffectRunner.ts';
import { createEffectRunner } from '../../src/session/createEffectRunner.ts';
import type { Session } from '../../src/session/createSession.ts';
import { createSession } from '../../src/session/createSession.ts';
import { onlyWindow } from '../../src/session/onlyWindow.ts';
import type { Log, Order } from '../../src/session/ports.ts';
import type { RecordContent } from '../../src/session/recordOf.ts';
import { recordOf } from '../../src/session/recordOf.ts';
import type { SimulatedPage } from './simulatedPage.ts';

/** What a broken client does otherwise, to prove that the checker sees it. */
export type Flaw = Partial<{
  ports(ports: EffectPorts, session: Session): EffectPorts;
  runner(run: EffectRunner, session: Session): EffectRunner;
  record(content: RecordContent): RecordContent;
}>;

type Setting = Readonly<{
  page: SimulatedPage;
  api: 'v1' | 'v2';
  isPushed: boolean;
  order: Order;
  log: Log;
  random: () => number;
  flaw: Flaw;
}>;

/** What comes on demand is there before time begins: a schedule is the same each time it is played. */
export async function preload(): Promise<void> {
  await import('../../src/platform/readRecord.ts');
  await import('../../src/gms/chatV2/addRich.ts');
}

/** Where the pages of the model live: each has a host of its own, so that the network knows whose request it is. */
export function hostOf(page: Pick<SimulatedPage, 'id'>): string {
  return `page-${page.id}.test`;
}

/** The console as `app/` puts it together, without its screen: the real session, runner, wire and record. */
export async function openConsole({
  page,
  api,
  isPushed,
  order,
  log,
  random,
  flaw,
}: Setting): Promise<Session> {
  const { clock, isOnline } = page;
  const settings: GmsSettings = {
    base: `http://${hostOf(page)}/genesys`,
    serviceName: 'samples_new',
    chatServiceName: 'samples_new',
    gmsUser: order.gmsUser,
    requestTimeout: 10_000,
    pollIntervalMin: 500,
    pollIntervalMax: 3_000,
    isHidden: () => !page.isVisible(),
    loadAfterStart: async () => afterStart,
    loadAfterStartV2: async () => afterStartV2,
  };
  const record = createSessionRecord(clock.now);
  let isKept = false;

  function persist(content: RecordContent | null): void {
    if (page.isDead()) return;
    if (content) record.remember(flaw.record?.(content) ?? content);
    else if (isKept) record.forget();
    isKept = content !== null;
  }

  let run: EffectRunner = () => {};
  const session = createSession({
    now: clock.now,
    persist: (state) => persist(recordOf(state)),
    runEffect(effect, dispatch) {
      if (effect.type === 'relaunch') throw new Error('There is a configuration: nothing is read again');
      if (!page.isDead()) run(effect, dispatch);
    },
  });
  const unpushed: Unpushed = {
    polling: createTransport(api, settings, clock, isOnline),
    createDesk: (fieldsOf) => createServiceDesk(settings, clock, isOnline, fieldsOf),
  };
  const pushPorts = { clock, random, isOnline, whenLeaving: page.whenLeaving, whenBack: () => undefined };
  const ports: EffectPorts = {
    ...(isPushed
      ? await connectByPush(api, settings, `${settings.base}/cometd`, pushPorts, unpushed)
      : { desk: unpushed.createDesk(), transport: unpushed.polling }),
    ownerLock: onlyWindow,
    clock,
    log,
    random,
    position: () => session.getState().conversation.position,
  };
  run = createEffectRunner(flaw.ports?.(ports, session) ?? ports);
  run = flaw.runner?.(run, session) ?? run;

  if (!isOnline()) session.dispatch({ type: 'wentOffline' });
  const kept = await record.recall();
  if (kept) session.dispatch({ type: 'resumed', record: kept });
  else session.dispatch({ type: 'launched', order });
  return session;
}
