import type { JsonObject } from '../jsonObject.ts';
import { isJsonObject } from '../jsonObject.ts';
import type { CallbackRecord } from './callbackApi.ts';
import { readInstant } from '../../lib/readInstant.ts';

/**
 * The record of a service in the answer to a query by its id: a list, or the record itself. Records of other services
 * are nobody's business here, even where a server ignores the id. Null when there is none.
 * Source: protocol/gms-callback.md §2.2, §7.5.
 */
export function readCallbackRecord(answer: unknown, serviceId: string): CallbackRecord | null {
  const rows: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  const row = rows.filter(isJsonObject).find((one) => isRecordOf(one, serviceId));
  if (row === undefined) return null;
  const state = textOf(row, '_callback_state')?.toUpperCase() ?? '';
  const at = readInstant(textOf(row, '_desired_time', 'desiredTime') ?? '');
  return {
    state,
    reason: state === 'COMPLETED' ? textOf(row, '_callback_reason') : null,
    desiredTime: at === null ? null : new Date(at).toISOString(),
    contactNumber: textOf(row, '_customer_number'),
  };
}

/** A record that names no id is believed to be the one that was asked for, if it is a record at all. */
function isRecordOf(row: JsonObject, serviceId: string): boolean {
  const id = textOf(row, '_id', 'id');
  return id === null ? textOf(row, '_callback_state') !== null : id === serviceId;
}

/** The first of these fields that says something; null when none does. */
function textOf(row: JsonObject, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = row[key];
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}
