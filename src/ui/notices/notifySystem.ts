import type { Session } from '../../session/createSession.ts';
import { arrivals } from '../parts/arrivals.ts';
import { isIncoming } from '../transcript/incomingSince.ts';

/**
 * Asks the visitor, and from then on tells them through their system that something came while they are elsewhere:
 * that, and not what, for others may see the screen. Answers what ends it; null when the visitor, or the browser, does
 * not want it.
 */
export async function notifySystem(session: Session, words: string): Promise<(() => void) | null> {
  if (!('Notification' in globalThis) || (await Notification.requestPermission()) !== 'granted') return null;
  let before = session.getState();
  return session.subscribe(() => {
    const after = session.getState();
    const isNews = arrivals(before, after).some(isIncoming);
    before = after;
    if (isNews && !document.hasFocus()) show(words);
  });
}

/** One at a time: the next takes the place of the last. */
function show(words: string): void {
  try {
    const notice = new Notification(words, { tag: 'gms-chat', silent: true });
    notice.addEventListener('click', () => {
      window.focus();
      notice.close();
    });
  } catch {
    // some phones have the name and not the thing
  }
}
