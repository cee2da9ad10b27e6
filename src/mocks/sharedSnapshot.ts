/**
 * In `npm start` each page has a GMS of its own. One that is opened beside another begins with what that one knows:
 * so a chat can move from a frame to a window and back, as it does where there is one server for both.
 */
const CHANNEL = 'simulated-gms';
const QUESTION = 'snapshot?';

/** Another page of this origin answers at once, or there is none. */
const PATIENCE_MS = 250;

/** Answers pages that come later. */
export function shareSnapshot(snapshot: () => string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }) => {
    if (data === QUESTION) channel.postMessage(snapshot());
  });
}

/** What the GMS of another page knows; null for a page that nobody opened, and for one that knows more by itself. */
export function snapshotOfAnother(): Promise<string | null> {
  const wasOpened = window.opener !== null || window.parent !== window;
  const [navigation] = performance.getEntriesByType('navigation');
  const isReload = navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
  if (!wasOpened || isReload) return Promise.resolve(null);
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(CHANNEL);
    const settle = (found: string | null): void => {
      channel.close();
      resolve(found);
    };
    channel.addEventListener('message', ({ data }) => {
      if (typeof data === 'string' && data !== QUESTION) settle(data);
    });
    channel.postMessage(QUESTION);
    setTimeout(() => settle(null), PATIENCE_MS);
  });
}
