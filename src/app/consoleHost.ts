import type { ConsoleBridge } from '../host/consoleBridge.ts';
import { createConsoleBridge } from '../host/consoleBridge.ts';
import { watchContentSize } from '../host/contentSize.ts';
import { giveChat } from '../host/giveChat.ts';
import type { Connect } from '../host/hostChannel.ts';
import { allowedOrigins, peerOrigin } from '../host/hostOrigins.ts';
import { browserClock } from '../platform/browserClock.ts';
import { createSessionRecord, packRecord } from '../platform/sessionRecord.ts';
import type { Session } from '../session/createSession.ts';
import type { RecordContent } from '../session/recordOf.ts';
import type { HostSlot } from '../ui/ConsoleModel.ts';
import type { HostFacts } from './hostFacts.ts';
import { changesOf, mergeFacts } from './hostFacts.ts';
import { createHostSlot } from './hostSlot.ts';
import { launchDiagnostics } from './launchDiagnostics.ts';
import type { LaunchPlan } from './launchPlan.ts';
import { hasLateCode } from './loadLateCode.ts';
import { readPlace } from './readingPlace.ts';

export type Met = Readonly<{ connect: Connect; transfer: MessagePort | null }>;

export type ConsoleHost = Readonly<{
  /** whether the one who embeds or opened us may be spoken to, as far as is known */
  mayAnswer: boolean;
  /** the first `connect` */
  meeting: Promise<Met>;
  facts(): HostFacts;
  slot: HostSlot;
}>;

/** The host page of this console: what it tells goes into the order, what it asks for is done. */
export function createConsoleHost(page: Window, session: Session, plan: LaunchPlan): ConsoleHost {
  const { config } = plan;
  const slot = createHostSlot(page.parent === page, (wish) => bridge.wish(wish));
  const origins = allowedOrigins(page.origin, config.hostOrigins);
  const known = peerOrigin(page);
  let resolveMeeting: (met: Met) => void = () => undefined;
  const meeting = new Promise<Met>((resolve) => {
    resolveMeeting = resolve;
  });
  let facts: HostFacts = {};

  function learn(added: HostFacts): void {
    const merged = mergeFacts(facts, added);
    if (merged === null) return bridge.diagnose({ code: 'too_much' });
    facts = merged;
    amend(added);
  }

  function amend(added: HostFacts): void {
    const { order } = session.getState();
    if (order) session.dispatch({ type: 'orderAmended', changes: changesOf(added, plan, order) });
  }

  const bridge: ConsoleBridge = createConsoleBridge({
    page,
    session,
    origins,
    known,
    now: browserClock.now,
    sharesText: config.features.shareText,
    diagnostics: launchDiagnostics(plan),
    watchSize: (tell) => watchContentSize(page, tell),
    onConnect(connect, transfer) {
      learn(connect);
      slot.grant(connect.grants);
      // a chat is under way here: the other window keeps its own
      if (session.getState().order) transfer?.close();
      resolveMeeting({ connect, transfer });
    },
    onUpdate: learn,
    onFocus: () => focusWriting(page.document),
    onClose() {
      session.dispatch({ type: 'endRequested' });
      createSessionRecord(browserClock.now).forget();
    },
    onHandOver: (port) => void handOver(port),
  });

  async function handOver(port: MessagePort): Promise<void> {
    // should it not be taken, it goes on here
    if (!(await hasLateCode())) return port.close();
    const pack = (content: RecordContent) => packRecord(content, browserClock.now());
    const place = () => readPlace(page.document);
    if (await giveChat(port, { session, clock: browserClock, pack, place })) bridge.sayMoved();
  }

  // an order that was taken up from a record does not know yet what was said before
  const stop = session.subscribe(() => {
    if (session.getState().order === null) return;
    stop();
    amend(facts);
  });
  return {
    mayAnswer: known === null || origins.includes(known),
    meeting,
    facts: () => facts,
    slot,
  };
}

/** The composer, else the first thing that can be done. */
function focusWriting(page: Document): void {
  const field = page.getElementById('message') ?? page.querySelector('main :is(input, button, a[href])');
  if (field instanceof HTMLElement) field.focus();
}
