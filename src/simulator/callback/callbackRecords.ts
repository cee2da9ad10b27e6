import type { Field } from '../gms.ts';
import type { Handler, World } from '../world.ts';
import type { ServiceRecord } from './serviceRecord.ts';
import { serviceById } from '../gmsState.ts';
import { attachedDataOf, fieldOf, filledField } from '../wire/fields.ts';
import { emptyReply, jsonReply } from '../wire/reply.ts';
import { param } from '../world.ts';
import { callbackError } from './callbackError.ts';
import { recordState } from './recordState.ts';
import { refuseTime } from './refuseStart.ts';
import { RECORD_TTL_MS } from './serviceRecord.ts';

/** Parameters of a query that are not properties of a record. */
const QUERY_WORDS = new Set(['operand', '_id']);

/** `GET /1/service/callback[/{svc}]`: by id, or by properties where `!` denies. Source: gms-callback.md §2.2. */
export const queryCallbacks: Handler = (world, call) => {
  const id = filledField(call.fields, '_id');
  const service = param(call, 'service');
  const wanted = call.fields.filter(([name]) => !QUERY_WORDS.has(name));
  const isAny = fieldOf(call.fields, 'operand') === 'OR';
  const found = Object.values(world.state.services)
    .filter(
      (record) => (id === undefined || record.id === id) && (service === '' || record.service === service),
    )
    .map((record) => recordBody(world, record))
    .filter((body) => {
      const matches = ([name, value]: Field) =>
        value.startsWith('!') ? body[name] !== value.slice(1) : body[name] === value;
      return isAny && wanted.length > 0 ? wanted.some(matches) : wanted.every(matches);
    });
  return jsonReply(found);
};

/** `PUT /1/service/callback/{svc}/{id}`: another time, other data; an empty value removes its key. §2.3. */
export const changeCallback: Handler = (world, call) => {
  const record = recordOf(world, param(call, 'service'), param(call, 'id'));
  if (record === undefined) return callbackError(404, 'NotFound', 'No such callback');
  const time = filledField(call.fields, '_new_desired_time');
  if (time !== undefined && recordState(world, record).state !== 'SCHEDULED') {
    return callbackError(400, 'Availability', 'Only a scheduled callback can be moved');
  }
  const refusal = refuseTime(world, time);
  if (refusal !== null) return refusal;
  if (time !== undefined) record.desiredTime = new Date(time).toISOString();
  const data = { ...record.data, ...attachedDataOf(call.fields) };
  record.data = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== ''));
  return emptyReply();
};

/** `DELETE /1/service/callback/{svc}/{id}`; the ORS session of an ended one is gone. §2.4. */
export const cancelCallback: Handler = (world, call) => {
  const record = recordOf(world, param(call, 'service'), param(call, 'id'));
  if (record === undefined) return callbackError(404, 'NotFound', 'No such callback');
  const isOver = recordState(world, record).state === 'COMPLETED';
  if (isOver && fieldOf(call.fields, 'discard_ors_failure') !== 'true') {
    return callbackError(400, 'InvalidParameter', 'The callback is already over');
  }
  record.endedBy = 'CANCELLED';
  return emptyReply();
};

function recordOf(world: World, service: string, id: string): ServiceRecord | undefined {
  const record = serviceById(world.state, id);
  return record?.service === service ? record : undefined;
}

function recordBody(world: World, record: ServiceRecord): Readonly<Record<string, string>> {
  const { state, reason } = recordState(world, record);
  const desiredTime = record.desiredTime ?? new Date(record.createdAt).toISOString();
  return {
    ...record.data,
    _id: record.id,
    _service_name: record.service,
    _customer_number: record.number,
    _desired_time: desiredTime,
    _expiration_time: new Date(Date.parse(desiredTime) + RECORD_TTL_MS).toISOString(),
    _callback_state: state,
    ...(reason === null ? {} : { _callback_reason: reason }),
    _url: `${world.settings.base}/1/service/callback/${record.service}/${record.id}`,
  };
}
