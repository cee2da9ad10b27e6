import type { Call, Handler, World } from '../world.ts';
import type { Field, GmsReply } from '../gms.ts';
import type { Slot } from './slots.ts';
import { filledField } from '../wire/fields.ts';
import { gmsError, jsonReply } from '../wire/reply.ts';
import { param } from '../world.ts';
import { callbackError } from './callbackError.ts';
import { SLOT_CAPACITY, SLOT_MINUTES, slotsBetween } from './slots.ts';

/** `GET /1|2/service/callback/{svc}/availability`. Source: protocol/gms-callback.md §2.5, §9. */
export const availabilityV1: Handler = (world, call) =>
  answer(world, call, (slots) =>
    jsonReply(Object.fromEntries(slots.map(({ time, capacity }) => [time, capacity]))),
  );

export const availabilityV2: Handler = (world, call) =>
  answer(world, call, (slots) => {
    const timezone = filledField(call.fields, 'timezone');
    const reportsBusy = filledField(call.fields, 'report-busy') === 'true';
    return jsonReply({
      durationMin: SLOT_MINUTES,
      ...(timezone === undefined ? {} : { timezone }),
      slots: slots
        .filter(({ capacity }) => reportsBusy || capacity > 0)
        .map(({ time, capacity }) => ({
          utcTime: time,
          ...(timezone === undefined ? {} : { localTime: localTime(time, timezone) }),
          capacity,
          total: SLOT_CAPACITY,
        })),
    });
  });

function answer(world: World, call: Call, reply: (slots: readonly Slot[]) => GmsReply): GmsReply {
  const service = param(call, 'service');
  if (service === 'unknown') return callbackError(404, 'NotFound', 'No such service');
  if (service === 'closed') return callbackError(400, 'Availability', 'The office is closed');
  if (service === 'nohours') return callbackError(400, 'Resource', 'The service has no office hours');
  const [start, end] = windowOf(world, call.fields);
  if (Number.isNaN(start) || Number.isNaN(end)) return gmsError(400, 'A date cannot be read', 'GSGException');
  const most = Number(filledField(call.fields, 'max-time-slots') ?? Infinity);
  try {
    return reply(slotsBetween(world, start, end).slice(0, most));
  } catch (problem) {
    if (problem instanceof RangeError) return gmsError(400, 'The time zone is unknown', 'GSGException');
    throw problem;
  }
}

/** From now unless told; until the start unless told, which is nothing. */
function windowOf(world: World, fields: readonly Field[]): readonly [start: number, end: number] {
  const start = moment(fields, 'start') ?? world.now;
  const days = filledField(fields, 'number-of-days');
  return [start, moment(fields, 'end') ?? (days === undefined ? start : start + Number(days) * 86_400_000)];
}

function moment(fields: readonly Field[], name: string): number | undefined {
  const ms = filledField(fields, `${name}-ms`);
  if (ms !== undefined) return Number(ms);
  const date = filledField(fields, name);
  return date === undefined ? undefined : Date.parse(date);
}

/** `2031-04-17T10:30:00`, without a zone. */
function localTime(time: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    .format(new Date(time))
    .replace(' ', 'T');
}
