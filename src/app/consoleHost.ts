import type { ConsoleBridge } from '../host/consoleBridge.ts';
import { createConsoleBridge } from '../host/consoleBridge.ts';
import { watchContentSize } from '../host/contentSize.ts';
import { giveChat } from '../host/giveChat.ts';
import type { Connect } from '../host/hostChannel.ts';
import type { SessionData } from '../host/sessionData.ts';
import { allowedOrigins, peerOrigin } from '../host/hostOrigins.ts';
import type { ConsoleConfig } from '../launch/configSchema.ts';
import { browserClock } from '../platform/browserClock.ts';
import { createSessionRecord, packRecord } from '../platform/sessionRecord.ts';
import type { Session } from '../session/createSession.ts';
import type { RecordContent } from '../session/recordOf.ts';
import type { SessionState } from '../session/state.ts';
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
  /** the chat that the host kept and wants to go on; null when there is none, or it may not have kept one */
  given(): SessionData | null;
  slot: HostSlot;
}>;

/** The host page of this console: what it tells goes into the order, what it asks for is done. */
export function createConsoleHost(page: Window, session: Session, plan: LaunchPlan): ConsoleHost {
  const { config } = plan;
  const slot = createHostSlot(page.parent === page, (wish) => {
    if (wish === 'close') leaveOpen();
    bridge.wish(wish);
  });
  const origins = allowedOrigins(page.origin, config.hostOrigins);
  const known = peerOrigin(page);
  let resolveMeeting: (met: Met) => void = () => undefined;
  const meeting = new Promise<Met>((resolve) => {
    resolveMeeting = resolve;
  });
  let facts: HostFacts = {};
  let given: SessionData | null = null;
  const keepsChats = hostKeepsChats(config);

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

  /** Of no use once there is a chat, or a start: there is never a second one. */
  function takeSession({ session: data }: Connect): void {
    const state = session.getState();
    if (data === undefined || (data && isUnderWay(state, data))) return;
    if (data === null || !keepsChats) bridge.diagnose({ code: 'session_refused', key: 'session' });
    else if (state.order) bridge.diagnose({ code: 'session_late', key: 'session' });
    else given = data;
  }

  /**
   * An asynchronous chat goes on without this window: whoever opens another one takes it up again. Where the host keeps
   * it, nothing of it stays here, because the next visitor may be another one; except words that have not got through.
   */
  function leaveOpen(): boolean {
    const { phase, order, outbox } = session.getState();
    if (phase !== 'chat' || !order?.isAsync) return false;
    if (keepsChats && outbox.length === 0) {
      session.dispatch({ type: 'handedOver' });
      session.dispatch({ type: 'movedAway' });
    }
    return true;
  }

  const bridge: ConsoleBridge = createConsoleBridge({
    page,
    session,
    origins,
    known,
    now: browserClock.now,
    sharesText: config.features.shareText,
    sharesSession: keepsChats,
    diagnostics: launchDiagnostics(plan),
    watchSize: (tell) => watchContentSize(page, tell),
    onConnect(connect, transfer) {
      learn(connect);
      takeSession(connect);
      slot.grant(connect.grants);
      // a chat is under way here: the other window keeps its own
      if (session.getState().order) transfer?.close();
      resolveMeeting({ connect, transfer });
    },
    onUpdate: learn,
    onFocus: () => focusWriting(page.document),
    onClose() {
      if (leaveOpen()) return;
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
    given: () => given,
    slot,
  };
}

/** A site has to say so twice: the keys of a chat leave this page for nobody else. */
export function hostKeepsChats({ chat }: ConsoleConfig): boolean {
  return chat.api === 'v2' && chat.async.enabled && chat.async.hostKeepsSession;
}

function isUnderWay(state: SessionState, { chatId }: SessionData): boolean {
  return state.phase === 'chat' && state.chat.api === 'v2' && state.chat.chatId === chatId;
}

/** The composer, else the first thing that can be done. */
function focusWriting(page: Document): void {
  const field = page.getElementById('message') ?? page.querySelector('main :is(input, button, a[href])');
  if (field instanceof HTMLElement) field.focus();
}
