import { ChatError } from '../../session/failure.ts';
import type { Clock, Order, ServiceDesk } from '../../session/ports.ts';
import type { StartReply } from '../../session/startReply.ts';
import { SCENARIOS } from '../../session/scenarios.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import { createPost } from '../http.ts';
import type { JsonObject } from '../jsonObject.ts';
import { loadAfterStart } from '../loadAfterStart.ts';
import { ownAddress } from '../ownAddress.ts';
import { startBody } from './startBody.ts';

/** The callback service and the two built-in ones. Source: protocol/gms-callback.md §2.1, §2.8, §2.9, §4.3. */
export function createServiceDesk(settings: GmsSettings, clock: Clock, isOnline: () => boolean): ServiceDesk {
  const post = createPost(settings, clock, isOnline);
  return {
    async start(order, signal) {
      const request = { path: startPath(order, settings), body: startBody(order), api: 'service' } as const;
      return read(await post(request, signal));
    },
    async follow(path, signal) {
      // checked again: it may come from a record that was tampered with
      const own = ownAddress(path);
      if (own === null) throw new ChatError({ kind: 'refused' });
      return read(await post({ path: own, body: new URLSearchParams(), api: 'service' }, signal));
    },
  };
}

async function read(answer: JsonObject): Promise<StartReply> {
  return (await loadAfterStart()).readStartReply(answer);
}

function startPath({ scenario }: Order, { serviceName }: GmsSettings): string {
  const { path } = SCENARIOS[scenario];
  return path === 'callback'
    ? `/1/service/callback/${encodeURIComponent(serviceName)}`
    : `/1/service/${path}`;
}
