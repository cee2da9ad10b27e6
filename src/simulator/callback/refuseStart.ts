import type { Field, GmsReply } from '../gms.ts';
import type { Flags } from './effectiveFlags.ts';
import type { World } from '../world.ts';
import { fieldOf, filledField } from '../wire/fields.ts';
import { gmsError } from '../wire/reply.ts';
import { callbackError } from './callbackError.ts';
import { refuseTooMany } from './refuseTooMany.ts';
import { capacityAt, freeSlotsAfter } from './slots.ts';

/** The reasons for which a start is turned down, or null. Source: protocol/gms-callback.md §1.6, §9. */
export function refuseStart(
  world: World,
  service: string,
  flags: Flags,
  fields: readonly Field[],
): GmsReply | null {
  if (service === 'unknown') return callbackError(404, 'NotFound', `The service ${service} does not exist`);
  const number = (fieldOf(fields, '_customer_number') ?? '').replaceAll(/[\s()-]/g, '');
  if (number === '' && flags.needsNumber) {
    return callbackError(400, 'InvalidParameter', 'Invalid option: _customer_number is mandatory');
  }
  return (
    refuseNumber(number) ??
    refuseTooMany(world, service, fieldOf(fields, '_customer_number') ?? '') ??
    refuseTime(world, filledField(fields, '_desired_time'))
  );
}

/** Numbers with a meaning of their own, so that every refusal can be had on purpose. */
function refuseNumber(number: string): GmsReply | null {
  if (number.startsWith('+1900'))
    return callbackError(400, 'Number', `The number ${number} cannot be called`);
  if (number.endsWith('503'))
    return callbackError(503, 'ServiceUnavailable', 'Too many callbacks are queued');
  if (number.endsWith('500')) return gmsError(500, 'No ORS is available', 'services.ors.OrsServiceException');
  return null;
}

/** A wanted time must be in a slot that has room; the answer to any other offers some. */
export function refuseTime(world: World, wanted: string | undefined): GmsReply | null {
  if (wanted === undefined) return null;
  const at = Date.parse(wanted);
  if (Number.isNaN(at)) return callbackError(400, 'InvalidParameter', `Not a date: ${wanted}`);
  if (capacityAt(world, at) > 0) return null;
  const free = freeSlotsAfter(world, at).map(({ time, capacity }) => [time, capacity] as const);
  return callbackError(400, 'Availability', 'The requested time is not available', {
    availability: Object.fromEntries(free),
  });
}
