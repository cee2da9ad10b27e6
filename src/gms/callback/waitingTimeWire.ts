import type { WaitingTimeSettings } from '../gmsSettings.ts';
import type { JsonObject } from '../jsonObject.ts';
import { valueAt } from '../jsonObject.ts';
import { readSeconds } from '../readSeconds.ts';

/**
 * Where the wait in a queue is asked for. Of the second version only the way of estimating is known to be part of the
 * path; a server that does not know `name` tells of all queues, and ours is among them.
 * Source: protocol/gms-callback.md §2.7.
 */
export function waitingTimePath({ queue, apiVersion, mode }: WaitingTimeSettings): string {
  if (apiVersion === 'v1') {
    return `/1/service/ewt-for-vq?${new URLSearchParams({ name: queue, aqt: mode ?? 'urs2' })}`;
  }
  return `/2/ewt/${mode ?? 'ewt2'}?${new URLSearchParams({ name: queue })}`;
}

/** The wait in seconds, whichever of the assumed shapes it comes in; null is "not known". Source: §2.7, §8 A7. */
export function readWaitingTime(body: JsonObject, queue: string): number | null {
  const own = Object.hasOwn(body, queue) ? valueAt(body[queue], 'ewt') : undefined;
  return readSeconds(own ?? body['ewt']);
}
