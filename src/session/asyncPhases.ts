import type { SessionEvent } from './event.ts';
import type { LaterPhases } from './later.ts';
import { laterPhases } from './laterPhases.ts';
import type { Next } from './next.ts';
import type { Pages } from './pages.ts';
import { LAST_EVENT, pageBefore } from './pages.ts';
import { receivePage } from './receivePage.ts';
import type { StateIn } from './state.ts';

/**
 * The later phases for sites with asynchronous chats, which may be months long: one that is taken up again is read
 * from its end, a page at a time. Everything else is as in any chat.
 * Source: protocol/gms-chat.md §7.4, genesys-widgets-observed.md.
 */
export const asyncPhases: LaterPhases = {
  ...laterPhases,
  resume(state, event) {
    const [next, ...effects] = laterPhases.resume(state, event);
    const isAsync = next.phase === 'chat' && next.chat.api === 'v2' && next.order?.isAsync;
    if (!isAsync) return [next, ...effects];
    // one that was about to move and did not is here already
    const { pages, newest } = next.conversation;
    const read = newest > 0 ? { start: pages?.start ?? 0, wish: null } : { start: 0, wish: LAST_EVENT };
    return [withPages(next, read), ...effects];
  },
  whileChatting(state, event) {
    const { pages } = state.conversation;
    if (pages === undefined || state.hold !== 'here') return laterPhases.whileChatting(state, event);
    const [next, ...effects] = whileReading(state, pages, event);
    const isUnread = pages.start === 0 && pages.wish !== null;
    // it was over before anything of it could be read: that was while the visitor was away
    const isAway = isUnread && next.phase === 'ended' && (next.reason === 'lost' || next.reason === 'server');
    return [isAway ? { ...next, reason: 'away' } : next, ...effects];
  },
};

function whileReading(state: StateIn<'chat'>, pages: Pages, event: SessionEvent): Next {
  if (event.type === 'earlierRequested') {
    const isPossible = pages.start > 0 && pages.wish === null;
    return isPossible
      ? [withPages(state, { ...pages, wish: pageBefore(pages.start) }), { type: 'refreshNow' }]
      : [state];
  }
  if (event.type !== 'received') return laterPhases.whileChatting(state, event);
  const { page, last = 0 } = event.batch;
  if (page !== undefined && page === pages.wish) return receivePage(state, pages, event);
  const [next, ...effects] = laterPhases.whileChatting(state, event);
  const isRecounted = next.conversation.recountFrom !== null && state.conversation.recountFrom === null;
  const start = last > pages.start ? pages.start : pageBefore(last);
  return [isRecounted ? readAgain(next, start) : next, ...effects];
}

/** A server that counts anew is read again, but no further back than before. */
function readAgain<State extends Next[0]>(state: State, start: number): State {
  const conversation = { ...state.conversation, position: start, pages: { start, wish: null } };
  return { ...state, conversation };
}

function withPages<State extends Next[0]>(state: State, pages: Pages): State {
  return { ...state, conversation: { ...state.conversation, pages } };
}
