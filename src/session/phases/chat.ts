import type { Conversation } from '../conversation.ts';
import { typingSince, withoutTyping } from '../conversation.ts';
import type { SessionEffect } from '../effect.ts';
import type { SessionEvent, TimerName } from '../event.ts';
import type { Outbox } from '../outbox.ts';
import { afterGoodRefresh } from '../delivery.ts';
import type { Batch } from '../ports.ts';
import { readBatch } from '../readBatch.ts';
import type { Scenario } from '../scenarios.ts';
import type { EndReason, StateIn } from '../state.ts';
import { goodLink } from '../state.ts';
import type { Next } from '../next.ts';
import { endWith } from './ended.ts';
import { begin } from './begin.ts';
import { whileElsewhere, yieldChat } from './elsewhere.ts';
import { loseLink, SILENCE_MS, tryNow } from './outage.ts';
import { sendNext, whileSending } from './sending.ts';

/** A good answer older than this is no ground to say "connected". */
const STALE_MS = 15_000;
/** Somebody who began to type and never stopped is believed this long. */
const TYPING_EXPIRES_MS = 10_000;

/** A chat is open, with or without an agent in it. */
export function whileChatting(before: StateIn<'chat'>, event: SessionEvent): Next {
  if (before.hold !== 'here') return whileElsewhere(before, event);
  const state = aged(before, event.at);
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
      return tryNow(state, event.at);
    case 'holdWanted':
    case 'holdTaken':
      return yieldChat(state);
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

/** A line is only as good as its last answer: after a sleep no timer has told, and whatever comes first finds out. */
function aged(state: StateIn<'chat'>, at: number): StateIn<'chat'> {
  const { link } = state;
  return link.isStale || at - link.goodAt < STALE_MS ? state : { ...state, link: { ...link, isStale: true } };
}

/** What follows from an answer that was just folded in, after `silence` ms: the end, or going on. */
export function goOnChatting(
  state: StateIn<'chat'>,
  before: Conversation,
  isEnded: boolean,
  at: number,
  silence = 0,
): Next {
  if (isEnded) return endWith(state, endReason(state, silence), at);
  const [next, ...sends] = sendNext(state, at);
  const hasChanged = typingSince(before) !== typingSince(state.conversation);
  const expiry = hasChanged ? typingExpiry(state, at) : [];
  return [next, { type: 'setTimer', timer: 'stale', ms: STALE_MS }, ...expiry, ...sends];
}

function receive(state: StateIn<'chat'>, batch: Batch, at: number): Next {
  const isFollowing = state.link.failures === 0 && !state.link.isStale && !state.link.isCatchingUp;
  const reading = readBatch(state.conversation, state.outbox, batch, at, isFollowing);
  const { conversation } = reading;
  const outbox = afterGoodRefresh(reading.outbox, at);
  const draft = draftAfter(state, conversation.withdrawn);
  const next = {
    ...state,
    conversation,
    outbox,
    draft,
    chat: batch.chat,
    link: goodLink(at),
    isOnline: true,
  };
  const gone = goOnChatting(next, state.conversation, batch.isEnded, at, at - state.link.goodAt);
  const notices = state.link.isCatchingUp ? [] : newNotices(state, batch);
  return [...gone, ...notices, ...(reading.isIncomplete ? [{ type: 'refreshNow' } as const] : [])];
}

/** What programs said since the last answer: what is only read again has been passed on before. */
function newNotices({ conversation }: StateIn<'chat'>, { events }: Batch): readonly SessionEffect[] {
  return events.flatMap((event) =>
    event.type === 'signalled' && event.isCustom && (event.index ?? Infinity) > conversation.position
      ? [{ type: 'passOn', notice: { text: event.text, role: event.from.role } }]
      : [],
  );
}

/** A message that was taken back to be edited arrived after all: if nothing was changed yet, nothing is left to send. */
function draftAfter({ conversation, draft }: StateIn<'chat'>, withdrawn: Outbox): StateIn<'chat'>['draft'] {
  const arrived = conversation.withdrawn.filter((item) => !withdrawn.includes(item));
  return arrived.some((item) => item.text === draft.text) ? { text: '', seed: draft.seed + 1 } : draft;
}

function onTimer(state: StateIn<'chat'>, timer: TimerName, at: number): Next {
  switch (timer) {
    case 'retry':
      return tryNow(state, at);
    case 'stale':
      return [{ ...state, link: { ...state.link, isStale: true } }];
    case 'typingExpires': {
      const next = { ...state, conversation: withoutTyping(state.conversation, at - TYPING_EXPIRES_MS) };
      return [next, ...typingExpiry(next, at)];
    }
    case 'sendAgain':
      return sendNext(state, at);
    case 'hold':
      return [state, { type: 'holdChat', chat: state.chat }];
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
function endReason({ conversation }: StateIn<'chat'>, silence: number): EndReason {
  if (conversation.wasClosedForIdleness) return 'idle';
  const agents = Object.values(conversation.participants).filter((person) => person.role === 'agent');
  if (agents.length > 0 && agents.every((agent) => !agent.isPresent)) return 'agent';
  return silence > SILENCE_MS ? 'away' : 'server';
}

/** Set anew only when the longest typing changes: answers keep coming and must not put it off. */
function typingExpiry(state: StateIn<'chat'>, at: number): readonly SessionEffect[] {
  const since = typingSince(state.conversation);
  if (since === null) return [];
  return [{ type: 'setTimer', timer: 'typingExpires', ms: Math.max(0, since + TYPING_EXPIRES_MS - at) }];
}
