/** How far a chat that is read backwards has been read. Source: protocol/gms-chat.md §7.4. */
export type Pages = Readonly<{
  /** everything after this index has been read */
  start: number;
  /** the page that is asked for next: all that comes after this index, or `LAST_EVENT`; null when none is wished for */
  wish: number | null;
}>;

/** Asks for the last event alone, whatever its index: one on from here is the position -1. Source: TV-44. */
export const LAST_EVENT = -2;

/** So many events further back each time. Source: genesys-widgets-observed.md. */
const PAGE_SIZE = 20;

export function pageBefore(index: number): number {
  return Math.max(0, index - PAGE_SIZE);
}
