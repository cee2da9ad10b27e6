import type { GmsReply } from '../gms.ts';
import type { World } from '../world.ts';
import { callbackError } from './callbackError.ts';
import { RECORD_TTL_MS } from './serviceRecord.ts';

const SERVICE_WINDOW_MS = 300_000;

/** The throttles, which make a blind repetition of a start a bad idea. Source: protocol/gms-callback.md §1.6, §10. */
export function refuseTooMany(
  { state, now, settings }: World,
  service: string,
  number: string,
): GmsReply | null {
  const since = (ms: number) => Object.values(state.services).filter(({ createdAt }) => now - createdAt < ms);
  const ofNumber = since(RECORD_TTL_MS).filter((record) => number !== '' && record.number === number);
  if (ofNumber.length >= settings.startsPerNumber) {
    return callbackError(
      503,
      'ServiceUnavailable',
      `Parameter _customer_number was used more than ${settings.startsPerNumber} times today`,
    );
  }
  const ofService = since(SERVICE_WINDOW_MS).filter((record) => record.service === service);
  if (ofService.length < settings.startsPerService) return null;
  return callbackError(
    503,
    'ServiceUnavailable',
    `More than ${settings.startsPerService} requests in ${SERVICE_WINDOW_MS / 1000} seconds`,
  );
}
