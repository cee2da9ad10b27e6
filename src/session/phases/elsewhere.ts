import type { SessionEvent } from '../event.ts';
import type { Next } from '../next.ts';
import { afterReload, keysOf } from '../delivery.ts';
import type { RecordContent } from '../recordOf.ts';
import type { StateIn } from '../state.ts';
import { goodLink } from '../state.ts';
import { endWith } from './ended.ts';

/** A chat that this window does not have, or does not know yet that it has: nothing is asked and nothing sent. */
export function whileElsewhere(state: StateIn<'chat'>, event: SessionEvent): Next {
  switch (event.type) {
    case 'holdGained':
      return goOnHere(state, event.at);
    case 'holdTaken':
      return state.hold === 'elsewhere' ? [state] : [{ ...state, hold: 'elsewhere' }];
    case 'mirrored':
      return [mirrored(state, event.record)];
    case 'takeOverRequested':
      return [state, { type: 'takeOver' }];
    case 'endedElsewhere':
      return endWith(state, 'server', event.at);
    default:
      return [state];
  }
}

/** Another window wants the chat, or has taken it. */
export function yieldChat(state: StateIn<'chat'>): Next {
  const shared = keysOf(state.outbox);
  return [{ ...state, hold: 'elsewhere', shared, typingSince: null }, { type: 'yieldChat' }];
}

/** As after a reload: what was under way is looked for before anything else goes out. */
function goOnHere(state: StateIn<'chat'>, at: number): Next {
  const outbox = afterReload(state.outbox, at);
  return [
    { ...state, hold: 'here', outbox, link: { ...goodLink(at), isCatchingUp: true } },
    { type: 'listen', chat: state.chat, now: true },
  ];
}

/** What the other window keeps is what we would go on with, should it close or crash; what only we know stays. */
function mirrored(state: StateIn<'chat'>, record: RecordContent): StateIn<'chat'> {
  const { order, chat, outbox, withdrawn = [], draft } = record;
  if (chat === null) return state;
  const own = state.outbox.filter(({ key }) => !state.shared.includes(key));
  const isKept = draft === state.draft.text || (state.hold === 'asking' && state.draft.text !== '');
  return {
    ...state,
    order,
    chat,
    conversation: { ...state.conversation, withdrawn },
    outbox: [...outbox, ...own],
    shared: [...state.shared, ...keysOf(outbox)],
    draft: isKept ? state.draft : { text: draft, seed: state.draft.seed + 1 },
  };
}
