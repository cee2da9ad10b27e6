import { assertNever } from '../lib/assertNever.ts';
import type { Participant } from './conversation.ts';
import type { Scenario } from './scenarios.ts';
import { selectIsCall } from './selectIsCall.ts';
import type { Link, SessionState, StateIn } from './state.ts';

/** What the state line says. Derived, so that it can never contradict the session. */
export type Status =
  | 'connecting'
  | 'finding'
  | 'connected'
  | 'reconnecting'
  | 'offline'
  | 'ended'
  | 'notConnected';

/** A line with this many failures in a row is said to be broken; one is not worth a word. */
const FAILURES_TO_MENTION = 2;

export function selectStatus(state: SessionState): Status {
  switch (state.phase) {
    case 'loading':
    case 'starting':
      return state.isOnline ? 'connecting' : 'offline';
    case 'form':
      return state.isOnline ? 'notConnected' : 'offline';
    case 'waiting':
      return state.isOnline ? waitingStatus(state, state.instead) : 'offline';
    // a service that has answered is nobody to talk to yet
    case 'dialog':
      if (!state.isOnline) return 'offline';
      return state.serviceId === null ? 'notConnected' : waitingStatus(state);
    case 'dial':
      if (!state.isOnline) return 'offline';
      return state.isRenewing ? 'connecting' : 'notConnected';
    case 'chat':
      if (selectIsElsewhere(state)) return 'notConnected';
      if (!state.isOnline) return 'offline';
      if (isLinkBroken(state.link)) return 'reconnecting';
      return selectCounterpart(state) ? 'connected' : 'finding';
    case 'ended':
      // a call that is over is no chat that has ended
      return selectIsCall(state) ? 'notConnected' : 'ended';
    case 'failed':
      return 'notConnected';
    default:
      return assertNever(state);
  }
}

/** Another window has the chat: in this one nothing can be done but to take it over. */
export function selectIsElsewhere(state: SessionState): boolean {
  return state.phase === 'chat' && state.hold === 'elsewhere';
}

/** Reading works and sending does not: a message was sent again, and again it did not arrive. */
export function selectIsOneWay(state: SessionState): boolean {
  if (state.phase !== 'chat' || isLinkBroken(state.link)) return false;
  return state.outbox.some((item) => item.state === 'undelivered' && item.attempts > 1);
}

function isLinkBroken(link: Link): boolean {
  return link.failures >= FAILURES_TO_MENTION || link.isStale || link.isCatchingUp;
}

/** Whom the visitor talks to: the agent who joined last, else a bot; null while there is nobody. */
export function selectCounterpart(state: SessionState): Participant | null {
  const present = Object.values(state.conversation.participants).filter((person) => person.isPresent);
  return (
    present.findLast((person) => person.role === 'agent') ??
    present.findLast((person) => person.role === 'bot') ??
    null
  );
}

/** Who is typing; a stored list is not kept, so callers compare by content. */
export function selectTypist(state: SessionState): Participant | null {
  if (state.phase !== 'chat') return null;
  return Object.values(state.conversation.participants).find((person) => person.typingSince !== null) ?? null;
}

/** A call that is booked needs nobody yet; one that was ordered for now is on its way. */
function waitingStatus(
  { order, awaits }: StateIn<'waiting'> | StateIn<'dialog'>,
  instead: Scenario | null = null,
): Status {
  if (instead !== null) return 'connecting';
  if (order?.scenario === 'VOICE-SCHEDULED-USERTERM') return 'notConnected';
  return awaits === 'call' ? 'connecting' : 'finding';
}
