import type { SessionEvent } from '../event.ts';
import type { Failure } from '../failure.ts';
import { meaningOf } from '../failure.ts';
import { dispatched, doubted, nextToSend } from '../delivery.ts';
import { change } from '../outbox.ts';
import type { StateIn } from '../state.ts';
import type { Next } from '../next.ts';

/** The agent is told at most this often that the visitor types, and that they stopped after a pause. */
const TYPING_AGAIN_MS = 5_000;
const TYPING_STOPS_MS = 3_000;
/** A message that was refused for now, without being told until when. */
const SEND_AGAIN_MS = 3_000;

/** The visitor's side of a chat: what they write, and what becomes of it. */
export function whileSending(state: StateIn<'chat'>, event: SessionEvent): Next {
  switch (event.type) {
    case 'sendRequested':
      return stopTyping(sendNext({ ...state, typingSince: null }, event.at));
    case 'resendRequested':
      return resend(state, event.key, event.at);
    case 'discardRequested':
    case 'editRequested':
      return sendNext(state, event.at);
    case 'sendAccepted': {
      if (!state.outbox.some((item) => item.key === event.key)) return [state];
      const outbox = change(state.outbox, event.key, { isAccepted: true });
      return sendNext({ ...state, chat: event.chat, outbox }, event.at);
    }
    case 'sendFailed':
      return sendFailed(state, event.key, event.failure, event.at);
    case 'draftChanged':
      return noticeTyping(state, event.text, event.at);
    default:
      return [state];
  }
}

/** Lets the next message go, if there is one and the line is known to be good. */
export function sendNext(state: StateIn<'chat'>, at: number): Next {
  const item = isLineGood(state) ? nextToSend(state.outbox, at) : null;
  if (item === null) return [state];
  const outbox = dispatched(state.outbox, item, state.conversation.newest);
  return [
    { ...state, outbox },
    { type: 'send', key: item.key, text: item.text, ...(item.answers && { answers: item.answers }) },
  ];
}

function isLineGood({ isOnline, link }: StateIn<'chat'>): boolean {
  return isOnline && link.failures === 0 && !link.isStale && !link.isCatchingUp;
}

/** A message ends the typing by itself: the agent need not be told twice. */
function stopTyping([state, ...effects]: Next): Next {
  return [state, ...effects, { type: 'clearTimers', timers: ['typingStops'] }];
}

function resend(state: StateIn<'chat'>, key: string, at: number): Next {
  const item = state.outbox.find((candidate) => candidate.key === key);
  if (item?.state !== 'undelivered' && item?.state !== 'rejected') return [state];
  return sendNext({ ...state, outbox: change(state.outbox, key, { state: 'queued', failure: null }) }, at);
}

/** Source of what each failure means: reliability.md §3.3. */
function sendFailed(state: StateIn<'chat'>, key: string, failure: Failure, at: number): Next {
  if (!state.outbox.some((item) => item.key === key)) return [state];
  switch (meaningOf(failure).send) {
    case 'unsent':
      return [{ ...state, isOnline: false, outbox: change(state.outbox, key, { state: 'queued' }) }];
    case 'later': {
      const ms = failure.retryAfterMs ?? SEND_AGAIN_MS;
      return [
        { ...state, outbox: change(state.outbox, key, { state: 'queued', notBefore: at + ms, failure }) },
        { type: 'setTimer', timer: 'sendAgain', ms },
      ];
    }
    case 'unknown':
      return [{ ...state, outbox: doubted(state.outbox, key, at) }, { type: 'refreshNow' }];
    case 'refused': {
      const outbox = change(state.outbox, key, { state: 'rejected', failure });
      return [{ ...state, outbox }, { type: 'refreshNow' }];
    }
  }
}

function noticeTyping(state: StateIn<'chat'>, text: string, at: number): Next {
  // a server in trouble has better things to hear
  if (text === '' || !isLineGood(state)) return [state];
  const wait = { type: 'setTimer', timer: 'typingStops', ms: TYPING_STOPS_MS } as const;
  if (state.typingSince !== null && at - state.typingSince < TYPING_AGAIN_MS) return [state, wait];
  return [{ ...state, typingSince: at }, { type: 'signalTyping', isTyping: true }, wait];
}
