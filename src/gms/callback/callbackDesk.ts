import { ChatError } from '../../session/failure.ts';
import type { Clock, Order, ServiceDesk } from '../../session/ports.ts';
import { SCENARIOS } from '../../session/scenarios.ts';
import type { StartReply } from '../../session/startReply.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import { createCall } from '../http.ts';
import { insist } from '../insist.ts';
import { isJsonObject } from '../jsonObject.ts';
import { ownAddress } from '../ownAddress.ts';
import { callbackPath } from './callbackPath.ts';
import { startBody } from './startBody.ts';

/** The callback service and the two built-in ones; `fieldsOf`: further parameters of a start. Source: protocol/gms-callback.md §2.1, §2.4, §2.8, §2.9, §4.3. */
export function createServiceDesk(
  settings: GmsSettings,
  clock: Clock,
  isOnline: () => boolean,
  fieldsOf?: (order: Order) => Readonly<Record<string, string>>,
): ServiceDesk {
  const call = createCall(settings, clock, isOnline);

  async function post(
    path: string,
    body: URLSearchParams | string,
    signal: AbortSignal,
    onUnread?: () => void,
  ): Promise<StartReply> {
    const answer = await call({ path, body, api: 'service' }, isJsonObject, signal);
    return (await insist(settings.loadAfterStart, clock, signal, onUnread)).readStartReply(answer);
  }

  async function follow(path: string, signal: AbortSignal): Promise<StartReply> {
    // checked again: it may come from a record that was tampered with
    const own = ownAddress(path);
    if (own === null) throw new ChatError({ kind: 'refused' });
    return post(own, new URLSearchParams(), signal);
  }

  return {
    start: (order, signal, onUnread) =>
      post(startPath(order, settings), startBody(order, fieldsOf?.(order)), signal, onUnread),
    follow,
    connect: (serviceId, signal) => follow(`/1/service/${serviceId}/connect`, signal),
    cancel: async (serviceId, signal) =>
      (await import('./changeCallback.ts')).cancelCallback(call, settings, serviceId, signal),
  };
}

function startPath({ scenario }: Order, settings: GmsSettings): string {
  const { path } = SCENARIOS[scenario];
  return path === 'callback' ? callbackPath(settings) : `/1/service/${path}`;
}
