import { withIds, withoutIds } from '../launch/launchParams.ts';
import type { SessionRecord } from '../session/ports.ts';
import type { RecordContent } from '../session/recordOf.ts';
import { recordOf } from '../session/recordOf.ts';
import type { SessionState } from '../session/state.ts';

export type RecordKeeper = Readonly<{
  keep(state: SessionState): void;
  /** false once the browser refused to store: a reload will lose the chat, and the page says so */
  isStored(): boolean;
}>;

/**
 * Keeps the record in step with the session: written before anything is sent, removed at the end.
 * While the ids are in it they are not in the address bar; where nothing can be stored they stay there.
 */
export function createRecordKeeper(page: Window, record: SessionRecord<RecordContent>): RecordKeeper {
  let kept: RecordContent | null = null;
  let isStored = true;
  // a page that goes away breaks its requests off: what it makes of that is not what came of them
  let isLeaving = false;
  page.addEventListener('pagehide', () => (isLeaving = true));
  page.addEventListener('pageshow', () => (isLeaving = false));

  return {
    keep(state) {
      // not known yet, or in the hands of two windows: what is stored stays
      if (state.phase === 'loading' || isLeaving) return;
      const content = recordOf(state);
      if (content === null) {
        if (kept !== null) record.forget();
        // a reload after the end must not begin without them
        if (kept !== null && isStored) putAddress(page, withIds(page.location.href, kept.order));
        // who wants nothing of it left here does not want it in the address
        if (isErased(state)) putAddress(page, withoutIds(page.location.href));
      } else if (kept === null || isDifferent(content, kept)) {
        isStored = record.remember(content);
        if (isStored && kept === null) putAddress(page, withoutIds(page.location.href));
      }
      kept = content;
    },
    isStored: () => isStored,
  };
}

const KEYS = ['order', 'chat', 'waiting', 'failure', 'outbox', 'draft'] as const;

function isErased(state: SessionState): boolean {
  return state.phase === 'ended' && state.reason === 'erased';
}

function isDifferent(one: RecordContent, other: RecordContent): boolean {
  return KEYS.some((key) => one[key] !== other[key]);
}

function putAddress(page: Window, address: string): void {
  page.history.replaceState(page.history.state, '', address);
}
