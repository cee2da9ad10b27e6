import { setupWorker } from 'msw/browser';
import type { Gms } from '../simulator/gms.ts';
import { createGms } from '../simulator/createGms.ts';
import { realClock } from '../simulator/realClock.ts';
import { gmsHandlers } from './handlers.ts';
import { mountPanel } from './panel.ts';

const SNAPSHOT_KEY = 'simulated-gms';

/** Serves a GMS from inside the page, for development: a reload goes on with the same chats. */
export async function startInPage(): Promise<Gms> {
  const gms = createGms({ clock: realClock, seed: realClock.now(), snapshot: storedSnapshot() });
  addEventListener('pagehide', () => storeSnapshot(gms.snapshot()));
  await setupWorker(...gmsHandlers(gms.base, () => gms)).start({
    serviceWorker: { url: './mockServiceWorker.js' },
    onUnhandledRequest: 'bypass',
    quiet: true,
  });
  mountPanel(gms);
  return gms;
}

function storedSnapshot(): string | null {
  try {
    return sessionStorage.getItem(SNAPSHOT_KEY);
  } catch {
    return null;
  }
}

function storeSnapshot(snapshot: string): void {
  try {
    sessionStorage.setItem(SNAPSHOT_KEY, snapshot);
  } catch {
    // Storage is blocked or full: the chat ends with the page.
  }
}
