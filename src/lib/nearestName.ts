/** More slips than this and two names have nothing to do with each other. */
const MOST_SLIPS = 3;

/** The name that `name` was probably meant to be: fewest letters added, left out or changed; null when none is near. */
export function nearestName(name: string, names: readonly string[]): string | null {
  const ranked = names
    .map((candidate) => ({ candidate, slips: slipsBetween(name.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((one, other) => one.slips - other.slips);
  const best = ranked[0];
  return best && best.slips <= Math.min(MOST_SLIPS, Math.ceil(name.length / 2)) ? best.candidate : null;
}

/** Levenshtein distance, one row at a time. */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[line - 1] === other[column - 1];
      const changed = (row[column - 1] ?? 0) + (isSame ? 0 : 1);
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
