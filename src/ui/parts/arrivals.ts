import type { SessionState } from '../../session/state.ts';
import type { Entry } from '../../session/transcript.ts';

/**
 * What came between two states, in order. What is only read again after a reload did not come, nor did what was said
 * before the part that had been read: the visitor knows it. Entries keep their identity, so the walk from the end stops as soon as all new ones are found.
 */
export function arrivals(before: SessionState, after: SessionState): readonly Entry[] {
  const isHistory = before.phase === 'loading' || (before.phase === 'chat' && before.link.isCatchingUp);
  const known = before.conversation.entries;
  const entries = after.conversation.entries;
  let missing = entries.length - known.length;
  if (isHistory || missing <= 0) return [];
  const found: Entry[] = [];
  let place = known.length - 1;
  for (let at = entries.length - 1; missing > 0 && at >= 0; at -= 1) {
    const entry = entries[at];
    if (entry === undefined || entry === known[place]) {
      place -= 1;
      continue;
    }
    found.push(entry);
    missing -= 1;
  }
  const start = before.conversation.pages?.start ?? 0;
  return found.filter(({ index }) => (index ?? Infinity) > start).toReversed();
}
