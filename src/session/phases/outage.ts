import type { SessionEvent } from '../event.ts';
import { meaningOf } from '../failure.ts';
import type { Next } from '../next.ts';
import type { Link, StateIn } from '../state.ts';
import { endWith } from './ended.ts';
import { retryDelay } from './retryDelay.ts';

/** Servers drop a client that is silent for so long. Source: protocol/gms-chat.md §9. */
export const SILENCE_MS = 45_000;
/** Servers behind a balancer may once not know a chat that lives: this many refusals in a row are believed. */
const REFUSALS_TO_BELIEVE = 3;
/** Whatever cuts waits short, however often: a server in trouble hears from one client so often a minute. */
const ATTEMPTS_A_MINUTE = 11;
const MINUTE_MS = 60_000;
/** By now no server knows the chat any more: another attempt is the visitor's wish. */
const GIVE_UP_MS = 600_000;

/** One refresh failed. Source: reliability.md §3.5. */
export function loseLink(
  state: StateIn<'chat'>,
  { failure, jitter, at }: Extract<SessionEvent, { type: 'linkLost' }>,
): Next {
  const silence = at - state.link.goodAt;
  const failures = state.link.failures + 1;
  const { listen } = meaningOf(failure);
  const refusals = listen === 'doubt' ? state.link.refusals + 1 : 0;
  if (listen === 'over' || refusals >= REFUSALS_TO_BELIEVE) {
    return endWith(state, silence > SILENCE_MS ? 'away' : 'lost', at);
  }
  const link = { ...state.link, failures, refusals, notBefore: at + (failure.retryAfterMs ?? 0) };
  if (silence >= GIVE_UP_MS) return [{ ...state, link: { ...link, retryAt: null, isGivenUp: true } }];
  return waitUntil(
    state,
    link,
    Math.max(at + retryDelay(failures, jitter, failure, silence), earliest(link, at)),
    at,
  );
}

/** Cuts the wait short: a broken line is taken up again, a good one refreshed at once. */
export function tryNow(state: StateIn<'chat'>, at: number): Next {
  const { link } = state;
  const isUnderWay = link.retryAt === null && !link.isGivenUp;
  // what was asked before a sleep is not waited for
  if (isUnderWay && !link.isStale) return [state, { type: 'refreshNow' }];
  const due = earliest(link, at);
  if (at < due) return isUnderWay ? [state] : waitUntil(state, link, due, at);
  const attempts = [...recent(link, at), at];
  return [
    { ...state, link: { ...link, retryAt: null, isGivenUp: false, attempts } },
    { type: 'clearTimers', timers: ['retry'] },
    { type: 'listen', chat: state.chat, now: true },
  ];
}

function waitUntil(state: StateIn<'chat'>, link: Link, retryAt: number, at: number): Next {
  return [
    { ...state, link: { ...link, retryAt, isGivenUp: false } },
    { type: 'setTimer', timer: 'retry', ms: retryAt - at },
  ];
}

/** When the next attempt may be made at all, whoever wishes for it. */
function earliest(link: Link, at: number): number {
  const full = recent(link, at).at(-ATTEMPTS_A_MINUTE);
  return Math.max(link.notBefore, full === undefined ? 0 : full + MINUTE_MS);
}

function recent({ attempts }: Link, at: number): readonly number[] {
  return attempts.filter((attempt) => at - attempt < MINUTE_MS);
}
