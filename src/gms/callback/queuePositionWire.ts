import type { JsonObject } from '../jsonObject.ts';
import { readCount } from '../readCount.ts';
import { readSeconds } from '../readSeconds.ts';
import type { QueuePosition } from './callbackApi.ts';

/** What there is to say while the service does not run. */
export const POSITION_UNKNOWN: QueuePosition = {
  position: null,
  waitSeconds: null,
  totalWaiting: null,
  isAgentReady: false,
};

/**
 * Numbers travel as text or as numbers. Servers that tell no threshold tell `ewt`, which is 0 once an agent is there.
 * Source: protocol/gms-callback.md §2.6, §3.5, §7.3.
 */
export function readQueuePosition(body: JsonObject): QueuePosition {
  const ewt = readSeconds(body['ewt']);
  const isPassed = body['_agent_ready_threshold_passed'];
  return {
    position: readCount(body['_position']) ?? null,
    waitSeconds: readSeconds(body['_eta']) ?? ewt,
    totalWaiting: readCount(body['_total_waiting']) ?? null,
    isAgentReady: isPassed === undefined ? ewt === 0 : isPassed === true || isPassed === 'true',
  };
}
