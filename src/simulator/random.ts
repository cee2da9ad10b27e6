/** One number is the whole generator, so that it survives a snapshot. */
export type RandomSource = { random: number };

/** The next number in [0, 1): mulberry32, which is small and good enough for ids and choices. */
function nextRandom(source: RandomSource): number {
  source.random = (source.random + 0x6d2b79f5) | 0;
  let mixed = Math.imul(source.random ^ (source.random >>> 15), 1 | source.random);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

export function randomBelow(source: RandomSource, limit: number): number {
  return Math.floor(nextRandom(source) * limit);
}

export function pickOne<Item>(source: RandomSource, first: Item, ...others: readonly Item[]): Item {
  const chosen = others[randomBelow(source, others.length + 1) - 1];
  return chosen ?? first;
}

/** `length` digits of base 16 or 36, lower case. */
export function randomDigits(source: RandomSource, length: number, base: 10 | 16 | 36): string {
  return Array.from({ length }, () => randomBelow(source, base).toString(base)).join('');
}
