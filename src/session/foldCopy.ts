import { isSameText } from './isSameText.ts';
import type { Entry, MessageEntry } from './transcript.ts';

/**
 * A message of ours that the server has twice is one row that says so: hiding the second would be a lie, and two
 * bubbles would look like a fault. It is expected where a message was sent again, and happens without us as well:
 * browsers repeat a request by themselves when a connection that they have used before breaks without an answer.
 * Only a message that this page sent can be doubled so; what an earlier page, or another window, said twice was meant
 * twice. True when the entry was folded.
 */
export function foldCopy(entries: Entry[], copy: MessageEntry, isShared: boolean): boolean {
  if (copy.index === null) return false;
  const expected = entries.findLastIndex(
    (entry) => isSentTwin(entry, copy) && entry.copies.length < entry.copiesDue,
  );
  const last = entries.findLastIndex((entry) => entry.kind === 'message' && entry.role === 'me');
  const place = expected === -1 && !isShared ? last : expected;
  const twin = entries[place];
  if (twin === undefined || !isSentTwin(twin, copy)) return false;
  entries[place] = { ...twin, copies: [...twin.copies, copy.index] };
  return true;
}

/** A message of this page, known by its key, with the same text. */
function isSentTwin(entry: Entry, copy: MessageEntry): entry is MessageEntry {
  const isOurs = entry.kind === 'message' && entry.role === 'me' && entry.key !== `index-${entry.index}`;
  return isOurs && isSameText(entry.text, copy.text);
}
