import { ChatError } from '../../session/failure.ts';
import type { Clock } from '../../session/ports.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import { createCall } from '../http.ts';
import type { JsonObject } from '../jsonObject.ts';
import { isJsonObject } from '../jsonObject.ts';
import { isPathId } from '../ownAddress.ts';
import { readAvailability } from './availabilityWire.ts';
import type { CallbackApi, SlotRange } from './callbackApi.ts';
import { callbackPath } from './callbackPath.ts';
import { readCallbackRecord } from './callbackRecordWire.ts';
import { cancelCallback, rescheduleCallback } from './changeCallback.ts';
import { POSITION_UNKNOWN, readQueuePosition } from './queuePositionWire.ts';
import { readWaitingTime, waitingTimePath } from './waitingTimeWire.ts';

/** Slots are five minutes long at the least. Source: protocol/gms-callback.md §2.5. */
const SLOTS_PER_DAY_MAX = 288;

/** What can be asked about calls and done to them: one request each, except where said. Source: protocol/gms-callback.md §2. */
export function createCallbackApi(settings: GmsSettings, clock: Clock, isOnline: () => boolean): CallbackApi {
  const call = createCall(settings, clock, isOnline);

  function get(path: string, signal: AbortSignal): Promise<JsonObject> {
    return call({ method: 'GET', path, api: 'service' }, isJsonObject, signal);
  }

  return {
    async availability(range, signal) {
      const query = rangeQuery(range);
      const answer = await get(`${callbackPath(settings)}/availability?${query}`, signal).catch(
        (error: unknown) => {
          if (!hasStatus(error, 404)) throw error;
          // v2 leaves out what is taken, unless it is told to report it
          return get(`${callbackPath(settings, 2)}/availability?${query}&report-busy=true`, signal);
        },
      );
      return readAvailability(answer);
    },
    async queuePosition(serviceId, signal) {
      // can only come from a record that was tampered with
      if (!isPathId(serviceId)) throw new ChatError({ kind: 'missing' });
      const path = `/1/service/${serviceId}/check-queue-position`;
      return get(path, signal).then(readQueuePosition, (error: unknown) => {
        if (hasStatus(error, 500)) return POSITION_UNKNOWN;
        throw error;
      });
    },
    async waitingTime(signal) {
      const { waitingTime } = settings;
      if (waitingTime === undefined) return null;
      return readWaitingTime(await get(waitingTimePath(waitingTime), signal), waitingTime.queue);
    },
    async record(serviceId, signal) {
      const path = `/1/service/callback?${new URLSearchParams({ _id: serviceId })}`;
      const answer = await call({ method: 'GET', path, api: 'service' }, isListOrObject, signal);
      return readCallbackRecord(answer, serviceId);
    },
    reschedule: (serviceId, desiredTime, signal) =>
      rescheduleCallback(call, settings, serviceId, desiredTime, signal),
    cancel: (serviceId, signal) => cancelCallback(call, settings, serviceId, signal),
  };
}

/** Always bounded: without an end, a server takes the start for it. Source: protocol/gms-callback.md §2.5, §7.8. */
function rangeQuery({ start, days }: SlotRange): string {
  return new URLSearchParams({
    start: new Date(start).toISOString(),
    'number-of-days': String(days),
    'max-time-slots': String(days * SLOTS_PER_DAY_MAX),
  }).toString();
}

function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ChatError && error.failure.status === status;
}

function isListOrObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
