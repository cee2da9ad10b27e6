/**
 * The index of every row of one answer, counted back from the position that comes next where the server left it out.
 * `places`: an index, null for one that is not told, undefined for a row that takes no place and stays without.
 * A counted index that is not positive, or that another row has already, is not believed: null.
 * Source: reliability.md §1.4.
 */
export function rowIndexes(
  places: readonly (number | null | undefined)[],
  nextPosition: number | undefined,
): readonly (number | null)[] {
  if (nextPosition === undefined) return places.map((place) => place ?? null);
  const told = new Set(places);
  let next = nextPosition - places.filter((place) => place !== undefined).length;
  return places.map((place) => {
    if (place === undefined) return null;
    const counted = next;
    next += 1;
    return place ?? (counted > 0 && !told.has(counted) ? counted : null);
  });
}
