import type { Field, LoggedRequest } from '../simulator/gms.ts';
import type { WireCall } from './wireNews.ts';

/** What says something about the interaction, and not about its course. */
const TELLING =
  /\/(?:update|updateData)$|\/callback\/[^/]+$|\/request-\w+$|\/ixn\/chat$|\/2\/chat\/[^/]+\/?$/;

/** A request to GMS, with the data that it attaches and without what a person wrote in the chat. */
export function gmsWireCall({ at, method, path, operation, fields, status }: LoggedRequest): WireCall {
  const what = operation === 'other' ? (path.split('/').at(-1) ?? '') : operation;
  const isTelling = method === 'POST' && TELLING.test(path);
  return { at, wire: 'GMS', what, status, facts: isTelling ? attached(fields) : {} };
}

function attached(fields: readonly Field[]): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(([name, value]) => {
      const key = /^userData\[(.+)\]$/.exec(name)?.[1] ?? name;
      return key.startsWith('_') ? [] : [[key, value]];
    }),
  );
}
