import type { ChatEvent } from '../../session/chatEvent.ts';
import { LAST_EVENT } from '../../session/pages.ts';

/**
 * Whether these belong to the answer to a wish for an earlier page, and were not told by themselves meanwhile: a page
 * goes as far as is known, at least.
 */
export function isOfPage(events: readonly ChatEvent[], page: number | null, known: number): boolean {
  if (page === null) return false;
  const reach = page === LAST_EVENT ? Infinity : known;
  return events.some(({ index }) => index !== null && index <= reach);
}
