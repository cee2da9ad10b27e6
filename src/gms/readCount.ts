/** A whole number from 0, sent as a number or as digits: a position, an index, seconds. Else undefined. */
export function readCount(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  // whoever leaps beyond this has lost the count; believing it would end all reading
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number < 2 ** 31
    ? number
    : undefined;
}
