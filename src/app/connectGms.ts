import { createServiceDesk } from '../gms/callback/callbackDesk.ts';
import { createTransport } from '../gms/createTransport.ts';
import type { GmsSettings } from '../gms/gmsSettings.ts';
import type { ConsoleConfig } from '../launch/configSchema.ts';
import type { LoadCallbacks } from '../queries/loadCallbacks.ts';
import type { LoadFiles } from '../queries/loadFiles.ts';
import type { ChatTransport, Clock, ServiceDesk } from '../session/ports.ts';

/** The ports of the session, and what screens ask beside it. */
type GmsConnection = Readonly<{
  desk: ServiceDesk;
  transport: ChatTransport;
  loadCallbacks: LoadCallbacks;
  loadFiles: LoadFiles;
}>;

/** The ways to GMS, made from the configuration. */
export function connectGms(
  page: Window,
  config: ConsoleConfig,
  gmsUser: string,
  clock: Clock,
): GmsConnection {
  const settings: GmsSettings = {
    base: new URL(config.gmsUrl, page.location.href).href.replace(/\/+$/, ''),
    serviceName: config.serviceName,
    chatServiceName: config.chat.serviceName ?? config.serviceName,
    gmsUser,
    ...(config.apiKey === undefined ? {} : { apiKey: config.apiKey }),
    requestTimeout: config.requestTimeout,
    pollIntervalMin: config.chat.pollIntervalMin,
    pollIntervalMax: config.chat.pollIntervalMax,
  };
  const isOnline = () => page.navigator.onLine;
  return {
    desk: createServiceDesk(settings, clock, isOnline),
    transport: createTransport(config.chat.api, settings, clock, isOnline),
    async loadCallbacks() {
      const { createCallbackApi } = await import('../gms/callback/createCallbackApi.ts');
      return createCallbackApi(settings, clock, isOnline);
    },
    async loadFiles() {
      const { createFileApi } = await import('../gms/files/createFileApi.ts');
      return createFileApi(settings, clock, isOnline);
    },
  };
}
