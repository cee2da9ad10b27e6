import type { Operation } from './faults.ts';
import type { Field, GmsReply, GmsRequest } from './gms.ts';
import type { Settings } from './settings.ts';
import type { World } from './world.ts';
import { findRoute } from './routes.ts';
import { readFields } from './wire/readFields.ts';
import { gmsError } from './wire/reply.ts';

/** A call that was understood, or not, and waits for its turn. */
export type Arrival = Readonly<{
  path: string;
  operation: Operation;
  fields: readonly Field[];
  isChatV2: boolean;
  /** carries it out */
  answer(world: World): GmsReply;
}>;

/** Reads a call off the wire: where it goes and what it says. Nothing has happened yet when this returns. */
export function receive(settings: Settings, request: GmsRequest): Arrival {
  const { method, headers, body } = request;
  const { pathname: path, searchParams } = new URL(request.url, 'http://gms.invalid');
  const isServed = path.startsWith(`${settings.base}/`);
  const found = isServed ? findRoute(method, path.slice(settings.base.length)) : null;
  const read = readFields(searchParams, headers['content-type'] ?? '', body);
  const fields = 'fields' in read ? read.fields : [...searchParams];
  return {
    path,
    operation: found === null || found === 'notAllowed' ? 'other' : found.route.operation,
    fields,
    isChatV2: path.startsWith(`${settings.base}/2/chat/`),
    answer(world) {
      if ('refusal' in read) return read.refusal;
      if (found === null) return gmsError(404, `Nothing is served at ${path}`, 'NotFoundException');
      if (found === 'notAllowed') return gmsError(405, `${method} is not allowed`, 'NotAllowedException');
      return found.route.answer(world, {
        params: found.params,
        fields,
        gmsUser: headers['gms_user'] ?? '',
        isOverBayeux: headers['via'] === 'bayeux',
      });
    },
  };
}
