/** What the launcher names its frame. A page that embeds the console by hand may do so, too. */
const FRAME_NAME = 'gms-chat-console';

const FRAME_MS = 5_000;
const POPUP_MS = 800;

/**
 * How long a start waits for the host page, in ms. A frame of the launcher has somebody who is loading its facts; a
 * popup may have been opened by a plain link, and a plain frame has nobody to wait for. A reload goes on at once,
 * but a new popup has a copy of its opener's storage: it may hold a chat that lives there, and is about to be moved.
 * A host that keeps chats is waited for: without its word a second chat would be opened beside the one that it keeps,
 * or the record of another visitor taken up.
 */
export function hostPatience(
  page: Window,
  {
    mayAnswer,
    hasRecord,
    keepsChats,
  }: Readonly<{ mayAnswer: boolean; hasRecord: boolean; keepsChats: boolean }>,
): number {
  if (!mayAnswer) return 0;
  if (keepsChats) return hasRecord ? POPUP_MS : FRAME_MS;
  if (page.parent !== page) return page.name === FRAME_NAME && !hasRecord ? FRAME_MS : 0;
  return hasRecord && isReload(page) ? 0 : POPUP_MS;
}

function isReload(page: Window): boolean {
  const [entry] = page.performance.getEntriesByType('navigation');
  return entry !== undefined && 'type' in entry && entry.type !== 'navigate';
}
