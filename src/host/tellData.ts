import type { Failure } from '../session/failure.ts';
import { failureOf, meaningOf } from '../session/failure.ts';
import type { ChatRef, Clock, Log, Order } from '../session/ports.ts';
import type { Session } from '../session/createSession.ts';
import type { SessionState } from '../session/state.ts';

type Data = Readonly<Record<string, string>>;
type Target = Readonly<{ chat: ChatRef }> | Readonly<{ serviceId: string }>;

type Parts = Readonly<{
  session: Session;
  /** tells the server; may throw a `ChatError` */
  attach: (target: Target, data: Data, signal: AbortSignal) => Promise<void>;
  clock: Clock;
  log: Log;
}>;

/** Waits between the attempts to say the same thing, which the server may hear twice without harm. */
const RETRIES_MS = [3_000, 10_000];

/**
 * Keeps the data of the interaction in step with the order: what a start took along is known, and what came later is
 * told as soon as there is somebody to tell it to, one request at a time. The newest value of a name goes last.
 */
export function tellData({ session, attach, clock, log }: Parts): void {
  let before = session.getState();
  let told: Data = before.order ? dataOf(before.order) : {};
  let isBusy = false;

  function look(): void {
    const state = session.getState();
    const isTakenAlong = hasLeft(state) && !hasLeft(before);
    if (state.order && (before.order === null || isTakenAlong)) told = dataOf(state.order);
    before = state;
    if (!isBusy) void tell(state);
  }

  async function tell(state: SessionState): Promise<void> {
    const target = targetOf(state);
    const data = state.order ? difference(dataOf(state.order), told) : {};
    if (target === null || !state.isOnline || Object.keys(data).length === 0) return;
    isBusy = true;
    const failure = await attempt(target, data);
    isBusy = false;
    // nothing has left the machine: it goes when the browser is online again
    if (failure?.kind === 'offline') return;
    if (failure) log.warn('data.not_attached', { kind: failure.kind });
    told = { ...told, ...data };
    look();
  }

  async function attempt(target: Target, data: Data): Promise<Failure | null> {
    const waits = [...RETRIES_MS];
    const { signal } = new AbortController();
    for (;;) {
      try {
        await attach(target, data, signal);
        return null;
      } catch (error) {
        const failure = failureOf(error);
        const wait = waits.shift();
        const isFinal = meaningOf(failure).send === 'refused' || failure.kind === 'offline';
        if (isFinal || wait === undefined) return failure;
        await clock.sleep(Math.max(wait, failure.retryAfterMs ?? 0), signal);
        // over, or elsewhere: nothing more is said
        if (targetOf(session.getState()) === null) return failure;
      }
    }
  }

  session.subscribe(look);
}

function hasLeft(state: SessionState): boolean {
  return state.phase === 'starting' && !state.isHeld;
}

function targetOf(state: SessionState): Target | null {
  if (state.phase === 'chat') return { chat: state.chat };
  const isServed = state.phase === 'waiting' || state.phase === 'dialog';
  return isServed && state.serviceId !== null ? { serviceId: state.serviceId } : null;
}

/** As a start would attach it. An empty value is a message of its own. Source: protocol/gms-callback.md §6. */
function dataOf({ userData, visitId, pageId, isProactive }: Order): Data {
  const { visitID: _visit, pageID: _page, webengagement: _mark, ...further } = userData;
  return {
    ...further,
    ...(visitId !== undefined && { visitID: visitId }),
    ...(pageId !== undefined && { pageID: pageId }),
    ...(isProactive && { webengagement: '' }),
  };
}

function difference(data: Data, known: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([name, value]) => known[name] !== value));
}
