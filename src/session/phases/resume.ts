import { afterReload, keysOf } from '../delivery.ts';
import type { SessionEvent } from '../event.ts';
import type { Next } from '../next.ts';
import type { StateIn } from '../state.ts';
import { baseOf, goodLink, NOTHING_STARTED } from '../state.ts';
import { endWith } from './ended.ts';
import { failWith } from './failed.ts';
import { waitFor } from './waitFor.ts';

/** Goes on where the record ends. */
export function resume(state: StateIn<'loading'>, event: Extract<SessionEvent, { type: 'resumed' }>): Next {
  const { record } = event;
  const { order, chat, waiting, failure, outbox, withdrawn = [], draft } = record;
  const base = {
    ...baseOf(state),
    order,
    conversation: { ...state.conversation, withdrawn },
    outbox: [...afterReload(outbox, event.at), ...state.outbox],
    draft:
      state.draft.text === '' && draft !== '' ? { text: draft, seed: state.draft.seed + 1 } : state.draft,
  };
  if (record.isExpired) return endWith({ ...base, phase: 'loading' }, 'away', event.at);
  if (chat === null && waiting !== null) {
    return waiting.for === 'visitor'
      ? [{ ...base, phase: 'dial', reply: waiting.reply, since: waiting.since, isRenewing: false }]
      : waitFor(base, waiting.serviceId, waiting.for);
  }
  // a start that failed did so, and one that was under way may have reached the server: only the visitor orders again
  if (chat === null)
    return failWith({ ...base, phase: 'loading' }, failure ?? { kind: 'interrupted' }, NOTHING_STARTED);
  return [
    {
      ...base,
      phase: 'chat',
      chat,
      link: { ...goodLink(event.at), isCatchingUp: true },
      hold: 'asking',
      shared: keysOf(outbox),
    },
    { type: 'holdChat', chat },
  ];
}
