import type { Unpushed } from '../../../src/gms/bayeux/connectByPush.ts';
import { connectByPush } from '../../../src/gms/bayeux/connectByPush.ts';
import type { PushPorts } from '../../../src/gms/bayeux/push.ts';
import { createServiceDesk } from '../../../src/gms/callback/callbackDesk.ts';
import { afterStart } from '../../../src/gms/afterStart.ts';
import { afterStartV2 } from '../../../src/gms/afterStartV2.ts';
import { createTransport } from '../../../src/gms/createTransport.ts';
import type { GmsSettings } from '../../../src/gms/gmsSettings.ts';
import { browserClock } from '../../../src/platform/browserClock.ts';
import type { ChatTransport, ServiceDesk } from '../../../src/session/ports.ts';
import { NoSocket, Socket } from './browserParts.ts';

/** One way in which a chat can travel. */
export type Leg = Readonly<{
  name: string;
  api: 'v1' | 'v2';
  carrier: 'polling' | 'long-polling' | 'websocket';
}>;

export const LEGS: readonly Leg[] = [
  { name: 'v1, polling', api: 'v1', carrier: 'polling' },
  { name: 'v1, Bayeux over long-polling', api: 'v1', carrier: 'long-polling' },
  { name: 'v2, polling', api: 'v2', carrier: 'polling' },
  { name: 'v2, Bayeux over long-polling', api: 'v2', carrier: 'long-polling' },
  { name: 'v2, Bayeux over WebSocket', api: 'v2', carrier: 'websocket' },
];

export type Client = Readonly<{ desk: ServiceDesk; transport: ChatTransport; leavePage(): void }>;

function settingsFor(url: string): GmsSettings {
  return {
    base: `${url}/genesys`,
    serviceName: 'samples_new',
    chatServiceName: 'web-support',
    gmsUser: 'mira-4711',
    requestTimeout: 5_000,
    pollIntervalMin: 20,
    pollIntervalMax: 60,
    loadAfterStart: async () => afterStart,
    loadAfterStartV2: async () => afterStartV2,
  };
}

/** A page's way to a GMS, each with cookies of its own. */
export async function connect(
  { api, carrier }: Leg,
  url: string,
  more: Partial<PushPorts> & Readonly<{ cometdUrl?: string; settings?: Partial<GmsSettings> }> = {},
): Promise<Client> {
  const settings = { ...settingsFor(url), ...more.settings };
  const isOnline = () => true;
  const unpushed: Unpushed = {
    polling: createTransport(api, settings, browserClock, isOnline),
    createDesk: (fieldsOf) => createServiceDesk(settings, browserClock, isOnline, fieldsOf),
  };
  if (carrier === 'polling') {
    return {
      desk: unpushed.createDesk(),
      transport: unpushed.polling,
      leavePage: () => undefined,
    };
  }
  window.WebSocket = carrier === 'websocket' ? Socket : NoSocket;
  let leavePage = (): void => undefined;
  const ports: PushPorts = {
    clock: browserClock,
    random: Math.random,
    isOnline,
    whenLeaving(act) {
      const before = leavePage;
      leavePage = () => {
        before();
        act();
      };
    },
    whenBack: () => undefined,
    ...more,
  };
  const cometdUrl = more.cometdUrl ?? `${url}/genesys/cometd`;
  const connected = await connectByPush(api, settings, cometdUrl, ports, unpushed);
  return { ...connected, leavePage: () => leavePage() };
}
