import type { Conversation } from '../conversation.ts';
import { applyEvents, typingSince, withoutTyping } from '../conversation.ts';
import type { SessionEffect } from '../effect.ts';
import type { SessionEvent, TimerName } from '../event.ts';
import { meaningOf } from '../failure.ts';
import { afterGoodRefresh } from '../outbox.ts';
import type { Batch } from '../ports.ts';
import type { Scenario } from '../scenarios.ts';
import type { EndReason, StateIn } from '../state.ts';
import { GOOD_LINK } from '../state.ts';
import type { Next } from '../next.ts';
import { endWith } from './ended.ts';
import { begin } from './begin.ts';
import { retryDelay } from './retryDelay.ts';
import { sendNext, whileSending } from './sending.ts';

/** A good answer older than this is no ground to say "connected". */
const STALE_MS = 15_000;
/** Somebody who began to type and never stopped is believed this long. */
const TYPING_EXPIRES_MS = 10_000;
/** Servers behind a balancer may once not know a chat that lives: this many refusals in a row are believed. */
const REFUSALS_TO_BELIEVE = 3;

/** A chat is open, with or without an agent in it. */
export function whileChatting(state: StateIn<'chat'>, event: SessionEvent): Next {
  switch (event.type) {
    case 'received':
      return receive(state, event.batch, event.at);
    case 'linkLost':
      return loseLink(state, event);
    case 'timerFired':
      return onTimer(state, event.timer, event.at);
    case 'wentOnline':
    case 'wokeUp':
    case 'retryRequested':
      return tryNow(state);
    case 'endRequested':
      return leave(state, event.at);
    case 'switchRequested':
      return switchTo(state, event.scenario);
    case 'renameRequested':
      return [state, { type: 'rename', nickname: event.nickname }];
    case 'tellRequested':
      return [state, { type: 'tell', news: event.news }];
    default:
      return whileSending(state, event);
  }
}

/** What follows from an answer that was just folded in: the end, or going on. */
export function goOnChatting(
  state: StateIn<'chat'>,
  before: Conversation,
  isEnded: boolean,
  at: number,
): Next {
  if (isEnded) return endWith(state, endReason(state), at);
  const [next, ...sends] = sendNext(state, at);
  const hasChanged = typingSince(before) !== typingSince(state.conversation);
  const expiry = hasChanged ? typingExpiry(state, at) : [];
  return [next, { type: 'setTimer', timer: 'stale', ms: STALE_MS }, ...expiry, ...sends];
}

function receive(state: StateIn<'chat'>, batch: Batch, at: number): Next {
  const [conversation, claimed] = applyEvents(state.conversation, state.outbox, batch.events, at);
  const outbox = afterGoodRefresh(claimed, at);
  const next = { ...state, conversation, outbox, chat: batch.chat, link: GOOD_LINK, isOnline: true };
  const [after, ...effects] = goOnChatting(next, state.conversation, batch.isEnded, at);
  return [after, ...(state.link.isCatchingUp ? [] : newNotices(state, batch)), ...effects];
}

/** What programs said since the last answer: what is only read again has been passed on before. */
function newNotices({ conversation }: StateIn<'chat'>, { events }: Batch): readonly SessionEffect[] {
  return events.flatMap((event) =>
    event.type === 'signalled' && event.isCustom && (event.index ?? Infinity) > conversation.position
      ? [{ type: 'passOn', notice: { text: event.text, role: event.from.role } }]
      : [],
  );
}

function loseLink(state: StateIn<'chat'>, event: Extract<SessionEvent, { type: 'linkLost' }>): Next {
  const failures = state.link.failures + 1;
  const { listen } = meaningOf(event.failure);
  if (listen === 'over' || (listen === 'doubt' && failures >= REFUSALS_TO_BELIEVE)) {
    return endWith(state, 'lost', event.at);
  }
  const ms = retryDelay(failures, event.jitter, event.failure);
  return [
    { ...state, link: { ...state.link, failures, retryAt: event.at + ms } },
    { type: 'setTimer', timer: 'retry', ms },
  ];
}

function onTimer(state: StateIn<'chat'>, timer: TimerName, at: number): Next {
  switch (timer) {
    case 'retry':
      return tryNow(state);
    case 'stale':
      return [{ ...state, link: { ...state.link, isStale: true } }];
    case 'typingExpires': {
      const next = { ...state, conversation: withoutTyping(state.conversation, at - TYPING_EXPIRES_MS) };
      return [next, ...typingExpiry(next, at)];
    }
    case 'sendAgain':
      return sendNext(state, at);
    case 'typingStops':
      return state.typingSince === null
        ? [state]
        : [
            { ...state, typingSince: null },
            { type: 'signalTyping', isTyping: false },
          ];
    case 'slowStart':
      return [state];
  }
}

/** Cuts every wait short: a broken line is taken up again, a good one refreshed at once. */
function tryNow(state: StateIn<'chat'>): Next {
  if (state.link.retryAt === null) return [state, { type: 'refreshNow' }];
  return [
    { ...state, link: { ...state.link, retryAt: null } },
    { type: 'clearTimers', timers: ['retry'] },
    { type: 'listen', chat: state.chat, now: true },
  ];
}

/** Ended here and now, whatever the server makes of it: it drops a silent client by itself. */
function leave(state: StateIn<'chat'>, at: number): Next {
  const [ended, ...effects] = endWith(state, 'visitor', at);
  return [ended, { type: 'leaveChat' }, ...effects];
}

/** Another medium instead, while nobody has come: the chat is left before the other order is made. */
function switchTo(state: StateIn<'chat'>, scenario: Scenario): Next {
  if (state.order === null) return [state];
  const [next, ...effects] = begin({ ...state, order: { ...state.order, scenario } });
  return [next, { type: 'leaveChat' }, { type: 'stopAll' }, ...effects];
}

/** The agent ended it when there was one and none is left, in whichever answer that was told. */
function endReason({ conversation }: StateIn<'chat'>): EndReason {
  if (conversation.wasClosedForIdleness) return 'idle';
  const agents = Object.values(conversation.participants).filter((person) => person.role === 'agent');
  return agents.length > 0 && agents.every((agent) => !agent.isPresent) ? 'agent' : 'server';
}

/** Set anew only when the longest typing changes: answers keep coming and must not put it off. */
function typingExpiry(state: StateIn<'chat'>, at: number): readonly SessionEffect[] {
  const since = typingSince(state.conversation);
  if (since === null) return [];
  return [{ type: 'setTimer', timer: 'typingExpires', ms: Math.max(0, since + TYPING_EXPIRES_MS - at) }];
}
