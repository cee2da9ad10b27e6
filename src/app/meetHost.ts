import type { SessionData } from '../host/sessionData.ts';
import { takeChat } from '../host/takeChat.ts';
import { tellData } from '../host/tellData.ts';
import { randomId } from '../lib/randomId.ts';
import { browserClock } from '../platform/browserClock.ts';
import { consoleLog } from '../platform/consoleLog.ts';
import type { Session } from '../session/createSession.ts';
import type { RecordContent } from '../session/recordOf.ts';
import { attachLater } from './attachLater.ts';
import type { ConsoleHost, Met } from './consoleHost.ts';
import { createConsoleHost, hostKeepsChats } from './consoleHost.ts';
import { withFacts } from './hostFacts.ts';
import { hostPatience } from './hostPatience.ts';
import type { LaunchPlan } from './launchPlan.ts';
import { hasLateCode } from './loadLateCode.ts';
import { restorePlace } from './readingPlace.ts';

/** A place that has not come back by then is given up. */
const RESTORING_MS = 10_000;

/** One for as long as the console lives, however often it is launched. */
let host: ConsoleHost | null = null;

/**
 * Meets the page that embeds or opened the console. Answers the plan with what the host said in time; what it says
 * later amends the order. Source: contract.md §5, docs/decisions/013-one-channel.md.
 */
export async function meetHost(page: Window, session: Session, plan: LaunchPlan): Promise<LaunchPlan> {
  const isFirst = host === null;
  host ??= createConsoleHost(page, session, plan);
  const { mayAnswer, meeting, facts, given, slot } = host;
  if (isFirst)
    tellData({
      session,
      attach: attachLater(page, session, plan.config),
      clock: browserClock,
      log: consoleLog,
    });
  const patience = { mayAnswer, hasRecord: plan.kept !== null, keepsChats: hostKeepsChats(plan.config) };
  const met = isFirst ? await within(hostPatience(page, patience), meeting) : null;
  const amended = { ...withFacts(plan, facts()), hostSlot: slot };
  if (met?.transfer) return bringAlong(page, session, amended, met.transfer);
  const data = given();
  return data === null ? amended : { ...amended, kept: await keptByHost(page, amended, data) };
}

/** What is stored here of the very same chat says more than its keys do. */
async function keptByHost(page: Window, plan: LaunchPlan, data: SessionData): Promise<RecordContent> {
  const { kept } = plan;
  if (kept?.chat?.api === 'v2' && kept.chat.chatId === data.chatId && !kept.isExpired) return kept;
  const { recordOfGiven } = await import('./recordOfGiven.ts');
  return recordOfGiven(page, plan, data);
}

async function within(ms: number, meeting: Promise<Met>): Promise<Met | null> {
  if (ms === 0) return null;
  const over = new AbortController();
  const time = browserClock.sleep(ms, over.signal).then(
    () => null,
    () => null,
  );
  const met = await Promise.race([meeting, time]);
  over.abort();
  return met;
}

/** The chat of the other window in place of a start; if it does not come, there is none here. */
async function bringAlong(
  page: Window,
  session: Session,
  plan: LaunchPlan,
  transfer: MessagePort,
): Promise<LaunchPlan> {
  // once it is taken it is nowhere else: what it goes on with here comes first
  const isReady = await hasLateCode();
  if (!isReady) transfer.close();
  const taken = isReady ? await takeChat(transfer, browserClock) : null;
  const kept = taken?.text ? await readChat(taken.text) : null;
  const isMissing = taken === null || (taken.text !== null && kept === null);
  if (isMissing) {
    // whoever launches afterwards finds that there is nothing to launch
    session.dispatch({ type: 'launchRefused', failure: { kind: 'notMoved' } });
    return { ...plan, kept: null };
  }
  if (taken.place !== null) goBackTo(page.document, taken.place);
  const stop = session.subscribe(() => {
    if (session.getState().phase === 'loading') return;
    stop();
    taken.acknowledge(session, randomId);
  });
  return { ...plan, kept };
}

/** Read like a stored one: the two consoles may be of two versions. */
async function readChat(text: string): Promise<RecordContent | null> {
  const { readRecord } = await import('../platform/readRecord.ts');
  try {
    return readRecord(text, browserClock.now());
  } catch {
    return null;
  }
}

function goBackTo(page: Document, place: number): void {
  const over = new AbortController();
  restorePlace(page, place, over.signal);
  browserClock.sleep(RESTORING_MS, over.signal).then(
    () => over.abort(),
    () => undefined,
  );
}
