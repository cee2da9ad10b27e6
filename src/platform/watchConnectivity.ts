import type { SessionFact } from '../session/event.ts';

/** Tells the session when the browser goes offline, comes back, or is looked at again. */
export function watchConnectivity(page: Window, dispatch: (fact: SessionFact) => void): void {
  // "offline" can be believed, "online" cannot: a captive portal is online too
  if (!page.navigator.onLine) dispatch({ type: 'wentOffline' });
  page.addEventListener('offline', () => dispatch({ type: 'wentOffline' }));
  page.addEventListener('online', () => dispatch({ type: 'wentOnline' }));
  page.document.addEventListener('visibilitychange', () => {
    if (page.document.visibilityState === 'visible') dispatch({ type: 'wokeUp' });
  });
  // a page that was frozen runs again, seen or not
  page.document.addEventListener('resume', () => dispatch({ type: 'wokeUp' }));
  page.addEventListener('pageshow', (event) => {
    if (event.persisted) dispatch({ type: 'wokeUp' });
  });
}
