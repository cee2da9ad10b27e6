import type { Field } from '../gms.ts';
import { filledField } from '../wire/fields.ts';

/** The `eventAttributes` field, which is the JSON text of an object; anything else is left out. §3.2. */
export function eventAttributesOf(fields: readonly Field[]): { eventAttributes?: Record<string, unknown> } {
  try {
    const value: unknown = JSON.parse(filledField(fields, 'eventAttributes') ?? 'null');
    return typeof value === 'object' && value !== null ? { eventAttributes: { ...value } } : {};
  } catch {
    return {};
  }
}
