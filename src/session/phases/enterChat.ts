import { applyEvents } from '../conversation.ts';
import type { Next } from '../next.ts';
import type { Batch } from '../ports.ts';
import type { StateIn } from '../state.ts';
import { baseOf, goodLink } from '../state.ts';
import { goOnChatting } from './chat.ts';

/**
 * What holds a chat is fetched when the first screen is done, and not later: from then on people duplicate the window,
 * and the copy must find the chat taken.
 */
const HOLD_AFTER_MS = 500;

/** The chat of an order is open: its first answer is the first of the conversation. */
export function enterChat(state: StateIn<'starting'>, batch: Batch, at: number): Next {
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
