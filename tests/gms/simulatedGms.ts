import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { CallbackApi } from '../../src/gms/callback/callbackApi.ts';
import { createServiceDesk } from '../../src/gms/callback/callbackDesk.ts';
import { createCallbackApi } from '../../src/gms/callback/createCallbackApi.ts';
import type { GmsSettings, WaitingTimeSettings } from '../../src/gms/gmsSettings.ts';
import type { MockedGms } from '../../src/mocks/node.ts';
import { setupGms } from '../../src/mocks/node.ts';
import type { Order, ServiceDesk } from '../../src/session/ports.ts';
import { settings } from './fakeGms.ts';
import { plainOrder } from './orders.ts';
import { createTestClock } from './testClock.ts';

/** A Friday afternoon: the slots of the simulated GMS go from 8 to 20 o'clock UTC. */
export const NOW = Date.UTC(2026, 0, 2, 12);

type SimulatedGms = Readonly<{
  host: MockedGms;
  /** The clients of one service; some names of services have a meaning for the simulated GMS. */
  clients(
    serviceName?: string,
    waitingTime?: WaitingTimeSettings,
  ): Readonly<{ desk: ServiceDesk; api: CallbackApi }>;
  /** `METHOD /path name=value …` of everything that arrived since the test began. */
  arrived(): readonly string[];
  /** Lets time pass for the simulated GMS. */
  pass(ms: number): void;
}>;

/** The simulated GMS behind `fetch` for one test file, and the clients that talk to it. */
export function startSimulatedGms(): SimulatedGms {
  let now = NOW;
  const clock = { now: () => now, sleep: () => Promise.resolve() };
  const host = setupGms({ clock });
  const own: GmsSettings = { ...settings, base: 'https://gms.example.test/genesys' };
  beforeAll(() => host.server.listen({ onUnhandledRequest: 'error' }));
  beforeEach(() => {
    now = NOW;
    host.renew({ clock });
  });
  afterAll(() => host.server.close());
  return {
    host,
    clients(serviceName = own.serviceName, waitingTime) {
      const forService = { ...own, serviceName, ...(waitingTime && { waitingTime }) };
      const patient = createTestClock(NOW);
      return {
        desk: createServiceDesk(forService, patient, () => true),
        api: createCallbackApi(forService, patient, () => true),
      };
    },
    arrived: () =>
      host.gms.requests().map(({ method, path, fields }) => {
        const words = fields.map(([name, value]) => `${name}=${value}`);
        return [method, path.slice('/genesys'.length), ...words].join(' ');
      }),
    pass(ms) {
      now += ms;
    },
  };
}

/** An order for a call, with a number. */
export function callOrder(scenario: Order['scenario'], more: Partial<Order> = {}): Order {
  return { ...plainOrder, scenario, customer: { nickname: 'Mira', contactNumber: '+15550100' }, ...more };
}
