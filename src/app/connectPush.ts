import type { Unpushed } from '../gms/bayeux/connectByPush.ts';
import { connectByPush } from '../gms/bayeux/connectByPush.ts';
import type { GmsSettings } from '../gms/gmsSettings.ts';
import type { Clock } from '../session/ports.ts';
// what both use stays in its file: else it would be one of its own, and a request for those without push
import './lateCode.ts';

/** The ports of a session on a site that has push; `cometdUrl` is below GMS unless it is given. */
export function connectPush(
  page: Window,
  api: 'v1' | 'v2',
  cometdUrl: string | undefined,
  settings: GmsSettings,
  clock: Clock,
  isOnline: () => boolean,
  unpushed: Unpushed,
): ReturnType<typeof connectByPush> {
  const url = new URL(cometdUrl ?? `${settings.base}/cometd`, page.location.href).href;
  const ports = {
    clock,
    isOnline,
    random: Math.random,
    whenLeaving(act: () => void) {
      page.addEventListener('pagehide', act);
      // a page that is put to sleep answers no heartbeat
      page.document.addEventListener('freeze', act);
    },
    whenBack(act: () => void) {
      page.addEventListener('pageshow', ({ persisted }) => persisted && act());
      page.document.addEventListener('resume', act);
    },
  };
  return connectByPush(api, settings, url, ports, unpushed);
}
