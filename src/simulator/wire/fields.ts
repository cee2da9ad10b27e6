import type { Field } from '../gms.ts';

/** The value of a field; the first one counts when it came twice. */
export function fieldOf(fields: readonly Field[], name: string): string | undefined {
  return fields.find(([key]) => key === name)?.[1];
}

/** The value of a field, with an empty one taken as not given. */
export function filledField(fields: readonly Field[], name: string): string | undefined {
  return fieldOf(fields, name) || undefined;
}

/** `userData[key]=value` pairs. Source: protocol/gms-chat.md §3.1. */
export function userDataOf(fields: readonly Field[]): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(([name, value]) => {
      const key = /^userData\[(.+)\]$/.exec(name)?.[1];
      return key === undefined ? [] : [[key, value]];
    }),
  );
}

/** Keys without a leading underscore are attached data. Source: protocol/gms-callback.md §2.1, §6. */
export function attachedDataOf(fields: readonly Field[]): Record<string, string> {
  return Object.fromEntries(fields.flatMap(([name, value]) => (name.startsWith('_') ? [] : [[name, value]])));
}
