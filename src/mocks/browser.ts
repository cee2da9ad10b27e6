import { setupWorker } from 'msw/browser';
import type { Gms } from '../simulator/gms.ts';
import { createGms } from '../simulator/createGms.ts';
import { realClock } from '../simulator/realClock.ts';
import { pictureHandler } from './demoPictures.ts';
import { gmsWireCall } from './gmsWire.ts';
import { gmsHandlers } from './handlers.ts';
import { keepSnapshot, storedSnapshot } from './pageSnapshot.ts';
import { mountPanel } from './panel.ts';
import { shareSnapshot, snapshotOfAnother } from './sharedSnapshot.ts';
import { tellWires } from './tellWires.ts';
import { configHandler } from './triedConfig.ts';

const SNAPSHOT_KEY = 'simulated-gms';

/** Serves a GMS from inside the page, for development: a reload goes on with the same chats. */
export async function startInPage(): Promise<Gms> {
  const snapshot = (await snapshotOfAnother()) ?? storedSnapshot(SNAPSHOT_KEY);
  const gms = createGms({ clock: realClock, seed: realClock.now(), snapshot });
  keepSnapshot(SNAPSHOT_KEY, () => gms.snapshot());
  shareSnapshot(() => gms.snapshot());
  const tell = tellWires(`GMS ${realClock.now()}`, () => gms.requests().map(gmsWireCall));
  const served: Gms = {
    ...gms,
    async handle(request) {
      const reply = await gms.handle(request);
      tell();
      return reply;
    },
  };
  await setupWorker(...gmsHandlers(gms.base, () => served), configHandler(), pictureHandler()).start({
    serviceWorker: { url: './mockServiceWorker.js' },
    onUnhandledRequest: 'bypass',
    quiet: true,
  });
  mountPanel(gms);
  return gms;
}
