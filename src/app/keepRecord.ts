import { withoutIds } from '../launch/launchParams.ts';
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
 * Once the ids are in it they leave the address bar; where nothing can be stored they stay there.
 */
export function createRecordKeeper(page: Window, record: SessionRecord<RecordContent>): RecordKeeper {
  let kept: RecordContent | null = null;
  let isStored = true;

  return {
    keep(state) {
      const content = recordOf(state);
      if (content === null) {
        if (kept !== null) record.forget();
      } else if (kept === null || isDifferent(content, kept)) {
        isStored = record.remember(content);
        if (isStored && kept === null) hideIds(page);
      }
      kept = content;
    },
    isStored: () => isStored,
  };
}

function isDifferent(one: RecordContent, other: RecordContent): boolean {
  return (
    one.chat !== other.chat ||
    one.outbox !== other.outbox ||
    one.draft !== other.draft ||
    one.order !== other.order
  );
}

function hideIds(page: Window): void {
  page.history.replaceState(page.history.state, '', withoutIds(page.location.href));
}
