import type { Unpushed } from '../gms/bayeux/connectByPush.ts';
import { createServiceDesk } from '../gms/callback/callbackDesk.ts';
import { createTransport } from '../gms/createTransport.ts';
import type { GmsSettings } from '../gms/gmsSettings.ts';
import type { ConsoleConfig } from '../launch/configSchema.ts';
import { mayHoldNumber } from '../ui/numbers/mayHoldNumber.ts';
import type { LoadCallbacks } from '../queries/loadCallbacks.ts';
import type { LoadFiles } from '../queries/loadFiles.ts';
import type { ChatTransport, Clock, ServiceDesk } from '../session/ports.ts';
import { loadLateCode, loadLateCodeV2 } from './loadLateCode.ts';

/** The ports of the session, and what screens ask beside it. */
type GmsConnection = Readonly<{
  desk: ServiceDesk;
  transport: ChatTransport;
  loadCallbacks: LoadCallbacks;
  loadFiles: LoadFiles;
}>;

/**
 * The ways to GMS, made from the configuration; `draft` is what stands in the composer. What push needs is fetched
 * only for sites that have it.
 */
export async function connectGms(
  page: Window,
  config: ConsoleConfig,
  gmsUser: string,
  clock: Clock,
  draft: () => string,
): Promise<GmsConnection> {
  const settings = gmsSettingsOf(page, config, gmsUser, draft);
  const isOnline = () => page.navigator.onLine;
  const { api, transport, cometdUrl } = config.chat;
  const unpushed: Unpushed = {
    polling: createTransport(api, settings, clock, isOnline),
    createDesk: (fieldsOf) => createServiceDesk(settings, clock, isOnline, fieldsOf),
  };
  const pushed =
    transport === 'cometd'
      ? // a file that cannot be had costs no visitor the chat: it goes without push
        await import('./connectPush.ts').then(
          ({ connectPush }) => connectPush(page, api, cometdUrl, settings, clock, isOnline, unpushed),
          () => null,
        )
      : null;
  return {
    desk: pushed?.desk ?? unpushed.createDesk(),
    transport: pushed?.transport ?? unpushed.polling,
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

export function gmsSettingsOf(
  page: Window,
  config: ConsoleConfig,
  gmsUser: string,
  draft: () => string,
): GmsSettings {
  const { sensitiveNumbers } = config.chat;
  // what is asked about before it is sent is not to be seen before that
  const mayBeSeen = (text: string) => sensitiveNumbers === 'off' || !mayHoldNumber(text);
  return {
    base: new URL(config.gmsUrl, page.location.href).href.replace(/\/+$/, ''),
    serviceName: config.serviceName,
    chatServiceName: config.chat.serviceName ?? config.serviceName,
    gmsUser,
    ...(config.apiKey === undefined ? {} : { apiKey: config.apiKey }),
    ...(config.authorization && { authorization: config.authorization }),
    ...(config.chat.endpoint && { endpoint: config.chat.endpoint }),
    requestTimeout: config.requestTimeout,
    pollIntervalMin: config.chat.pollIntervalMin,
    pollIntervalMax: config.chat.pollIntervalMax,
    ...hiddenBy(config.chat),
    ...waitingTimeOf(config.waitingTime),
    ...(config.chat.typingPreview && { preview: () => (mayBeSeen(draft()) ? draft() : '') }),
    isHidden: () => page.document.visibilityState === 'hidden',
    loadAfterStart: loadLateCode,
    loadAfterStartV2: loadLateCodeV2,
  };
}

function waitingTimeOf({ queue, ...how }: ConsoleConfig['waitingTime']): Pick<GmsSettings, 'waitingTime'> {
  return queue === undefined || queue === '' ? {} : { waitingTime: { queue, ...how } };
}

function hiddenBy({
  hiddenNicknames: nicknames,
  prefilters,
}: ConsoleConfig['chat']): Pick<GmsSettings, 'hidden'> {
  return nicknames.length + prefilters.length > 0 ? { hidden: { nicknames, prefilters } } : {};
}
