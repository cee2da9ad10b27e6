import type { SetupServer } from 'msw/node';
import { setupServer } from 'msw/node';
import type { Gms } from '../simulator/gms.ts';
import type { GmsOptions } from '../simulator/createGms.ts';
import { createGms } from '../simulator/createGms.ts';
import { realClock } from '../simulator/realClock.ts';
import { DEFAULT_SETTINGS } from '../simulator/settings.ts';
import { gmsHandlers } from './handlers.ts';

/** A simulated GMS for tests in Node: `server` is MSW's, to listen and close; `renew` puts a fresh GMS behind it. */
export type MockedGms = Readonly<{
  server: SetupServer;
  /** the one that answers now */
  readonly gms: Gms;
  renew(options?: Partial<GmsOptions>): Gms;
}>;

/** Options given to `renew` are laid over those given here; without a clock it is the real one. */
export function setupGms(options: Partial<GmsOptions> = {}): MockedGms {
  const base = options.base ?? DEFAULT_SETTINGS.base;
  let gms = createGms({ clock: realClock, ...options });
  return {
    server: setupServer(...gmsHandlers(base, () => gms)),
    get gms() {
      return gms;
    },
    renew(changes = {}) {
      gms = createGms({ clock: realClock, ...options, ...changes, base });
      return gms;
    },
  };
}
