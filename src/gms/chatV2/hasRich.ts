import { valueAt } from '../jsonObject.ts';

/** Whether a row of `messages` has structured content. Notices may carry some for programs: only what is said counts. */
export function hasRich(row: unknown): boolean {
  const isSaid = /^(?:message|structured)$/i.test(String(valueAt(row, 'type')));
  const places = [valueAt(row, 'contentType'), valueAt(row, 'eventAttributes', 'structured-content')];
  return isSaid && places.some((place) => place !== undefined);
}
