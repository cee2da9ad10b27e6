import { isSameText } from './isSameText.ts';
import type { Entry, MessageEntry } from './transcript.ts';

/**
 * A message of ours that the server has twice is one row that says so: hiding the second would be a lie, and two
 * bubbles would look like a fault. It happens without us: browsers repeat a request by themselves when a connection
 * that they have used before breaks without an answer. Only a message that this page sent can be doubled so; what
 * an earlier page said twice was meant twice. True when the entry was folded.
 */
export function foldCopy(entries: Entry[], copy: MessageEntry): boolean {
  const place = entries.findLastIndex((entry) => entry.kind === 'message' && entry.role === 'me');
  const last = entries[place];
  if (copy.index === null || last?.kind !== 'message' || last.key === `index-${last.index}`) return false;
  if (!isSameText(last.text, copy.text)) return false;
  entries[place] = { ...last, copies: [...last.copies, copy.index] };
  return true;
}
