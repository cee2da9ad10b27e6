import { applyEvents, withoutTyping } from './conversation.ts';
import { emptyConversation } from './emptyConversation.ts';
import type { SessionEvent } from './event.ts';
import { laterPhases } from './laterPhases.ts';
import type { Next } from './next.ts';
import type { Pages } from './pages.ts';
import { LAST_EVENT, pageBefore } from './pages.ts';
import type { Batch } from './ports.ts';
import type { StateIn } from './state.ts';
import { goodLink } from './state.ts';

type Received = Extract<SessionEvent, { type: 'received' }>;

/** Reads the page that was wished for. The first one is the chat as it is taken up again, each other is history. */
export function receivePage(state: StateIn<'chat'>, { start, wish }: Pages, event: Received): Next {
  const { batch } = event;
  const [lowest = 1, second] = indexesOf(batch).toSorted((one, other) => one - other);
  if (wish === LAST_EVENT && second === undefined) return askForEnd(state, event);
  // a server that does not know how to tell the last event alone has told everything
  const begin = wish === LAST_EVENT || wish === null ? lowest - 1 : wish;
  const [first] = state.conversation.entries.flatMap(({ index }) => index ?? []);
  // news may have been pushed before anything was asked
  const known = start === 0 && first !== undefined ? first - 1 : start;
  if (known === 0) return laterPhases.whileChatting(readFrom(state, begin), event);
  return addEarlier(state, { start: known, wish: begin }, event);
}

/** How far it goes is known now. What may still lie in the outbox has to be found, however far back. */
function askForEnd(state: StateIn<'chat'>, { batch, at }: Received): Next {
  const { outbox, conversation } = state;
  const newest = Math.max(batch.last ?? 0, ...indexesOf(batch));
  const baselines = [...outbox, ...conversation.withdrawn].flatMap(({ baseline }) => baseline ?? []);
  const wish = Math.min(pageBefore(newest), ...baselines);
  return [
    {
      ...state,
      chat: batch.chat,
      link: { ...goodLink(at), isCatchingUp: true },
      isOnline: true,
      conversation: { ...conversation, pages: { start: 0, wish } },
    },
    { type: 'refreshNow' },
  ];
}

/**
 * Puts what was said earlier before all the rest; nobody is told of it. The page goes on to the end of the chat: what
 * follows the part that was missing says who is still there and which files have been taken back, and what of it is
 * new is read like any other answer.
 */
function addEarlier(
  state: StateIn<'chat'>,
  { start, wish }: Readonly<{ start: number; wish: number }>,
  event: Received,
): Next {
  const { conversation } = state;
  const { batch, at } = event;
  const [whole] = applyEvents(emptyConversation, [], batch.events, at);
  const entries = whole.entries.filter(({ index }) => index !== null && index <= start);
  const next = readFrom(state, wish, {
    ...conversation,
    entries: [...entries, ...conversation.entries],
    participants: { ...withoutTyping(whole, at).participants, ...conversation.participants },
  });
  const rest = batch.events.filter(({ index }) => index === null || index > start);
  const [read, ...effects] = laterPhases.whileChatting(next, { ...event, batch: { ...batch, events: rest } });
  const isFruitless = entries.length === 0 && wish > 0;
  if (!isFruitless || read.phase !== 'chat') return [read, ...effects];
  // nothing of it was for visitors to see: they asked for more
  const pages = { start: wish, wish: pageBefore(wish) };
  return [{ ...read, conversation: { ...read.conversation, pages } }, ...effects, { type: 'refreshNow' }];
}

function readFrom(state: StateIn<'chat'>, start: number, conversation = state.conversation): StateIn<'chat'> {
  return { ...state, conversation: { ...conversation, pages: { start, wish: null } } };
}

function indexesOf({ events }: Batch): readonly number[] {
  return events.flatMap(({ index }) => index ?? []);
}
