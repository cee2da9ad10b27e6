import { applyEvents } from '../conversation.ts';
import type { SessionEvent } from '../event.ts';
import type { Failure } from '../failure.ts';
import type { Next } from '../next.ts';
import type { Batch } from '../ports.ts';
import type { StateIn } from '../state.ts';
import { baseOf, goodLink } from '../state.ts';
import { actOn } from './actOn.ts';
import { askFor } from './begin.ts';
import { goOnChatting } from './chat.ts';
import { endWith } from './ended.ts';
import { failWith } from './failed.ts';
import { fieldsRefused } from './fieldsRefused.ts';
import { startWith } from './start.ts';
import { wishedFor } from './waitFor.ts';

/** Nobody else can know of a chat that was just opened: what holds it is fetched when the first screen is done. */
const HOLD_AFTER_MS = 5_000;

/** An order is with the server. It is given once: what may have arrived is never repeated by itself. */
export function whileStarting(state: StateIn<'starting'>, event: SessionEvent): Next {
  switch (event.type) {
    case 'startAnswered':
      return actOn(state, event.reply, {
        started: state.started,
        at: event.at,
        awaits: wishedFor(state.order),
      });
    case 'chatOpened':
      return enterChat(state, event.batch, event.at);
    case 'startFailed':
      // nothing left the machine: not a failure, but something to wait for
      if (event.failure.kind === 'offline') return [{ ...state, isHeld: true, isOnline: false }];
      return sendBack(state, event.failure);
    case 'endRequested':
      return endWith(state, 'visitor', event.at);
    case 'wentOnline':
      return state.isHeld ? startWith(state, state.started) : [state];
    case 'timerFired':
      return event.timer === 'slowStart' && state.hitch === null ? [{ ...state, hitch: 'slow' }] : [state];
    case 'answerUnread':
      return [{ ...state, hitch: 'unread' }];
    default:
      return [state];
  }
}

/** A refusal that is about what was asked leads back to the form, with everything kept; any other is a failure. */
function sendBack(state: StateIn<'starting'>, failure: Failure): Next {
  const asked = state.order && failure.kind === 'refused' ? fieldsRefused(failure, state.order) : null;
  return asked
    ? [...askFor(state, asked, failure), { type: 'stopAll' }]
    : failWith(state, failure, state.started);
}

function enterChat(state: StateIn<'starting'>, batch: Batch, at: number): Next {
  const [conversation, outbox] = applyEvents(state.conversation, state.outbox, batch.events, at);
  const base = { ...baseOf(state), conversation, outbox };
  const chat: StateIn<'chat'> = {
    ...base,
    phase: 'chat',
    chat: batch.chat,
    link: goodLink(at),
    hold: 'here',
    shared: [],
  };
  const [next, ...effects] = goOnChatting(chat, state.conversation, batch.isEnded, at);
  if (next.phase !== 'chat') return [next, ...effects];
  return [
    next,
    { type: 'clearTimers', timers: ['slowStart'] },
    { type: 'listen', chat: batch.chat, now: false },
    { type: 'setTimer', timer: 'hold', ms: HOLD_AFTER_MS },
    ...effects,
  ];
}
