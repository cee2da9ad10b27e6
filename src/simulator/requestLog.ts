import type { Arrival } from './receive.ts';
import type { Field, GmsReply, GmsRequest, LoggedRequest } from './gms.ts';

/** So many are kept: hours of polling, and an end for a load test. */
const KEPT = 5000;

type Entry = { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] };

/** Remembers what came over the wire, in the order of arrival, and how it was answered. */
export function createRequestLog() {
  const entries: Entry[] = [];
  return {
    entries: (): readonly LoggedRequest[] => entries.map((entry) => ({ ...entry })),
    open(at: number, request: GmsRequest, { path, operation, fields }: Arrival) {
      const { method, headers } = request;
      const legible = fields.map(withoutContent);
      const entry: Entry = { at, method, path, operation, headers, fields: legible, status: null };
      if (entries.push(entry) > KEPT) entries.shift();
      return entry;
    },
    close(entry: Entry, reply: GmsReply): void {
      entry.status = reply.damage?.kind === 'lost' ? null : reply.status;
    },
  };
}

/** Of a file, its name and how many bytes it has. */
function withoutContent([name, value, fileName]: Field): Field {
  return fileName === undefined ? [name, value] : [name, `${value.length} bytes`, fileName];
}
