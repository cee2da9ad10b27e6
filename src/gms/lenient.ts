import * as v from 'valibot';
import { readCount } from './readCount.ts';

/**
 * Schemas for fields of the wire that may be absent or odd: what cannot be read is undefined, and never makes
 * its neighbours unreadable. Types are strict where a wrong guess would matter: "false" is no boolean.
 * Source: reliability.md F28, F29.
 */
function lenient<Value>(read: (value: unknown) => Value | undefined) {
  return v.optional(v.pipe(v.unknown(), v.transform(read)));
}

/** Text as it is. */
export const text = lenient((value) => (typeof value === 'string' ? value : undefined));

/** Ids and the like, which some servers send as numbers. */
export const label = lenient((value) => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
});

/** True and false only. */
export const flag = lenient((value) => (typeof value === 'boolean' ? value : undefined));

/** See `readCount`. */
export const count = lenient(readCount);

/** Rows are read one by one, each on its own. */
export const rows = lenient((value) => (isArray(value) ? value : []));

/** `Array.isArray`, without its `any`. */
function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
