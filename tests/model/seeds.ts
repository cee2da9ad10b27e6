const SEEDS = Number(process.env['MODEL_SEEDS'] ?? 300);

/** Half of the seeds play Chat API v1, the other half v2. `MODEL_SEEDS` says how many there are. */
export function seedsOf(api: 'v1' | 'v2'): readonly number[] {
  return Array.from({ length: SEEDS }, (_, place) => place + 1).filter(
    (seed) => seed % 2 === (api === 'v1' ? 1 : 0),
  );
}

/**
 * What is pushed is the same session on another line: fewer seeds, played on each of three ways. Those of a server that
 * forgets (each fifth) are left out: here a word that gets lost breaks the line, and what a server forgets meanwhile
 * nobody can see (docs/reliability.md, F19).
 */
export const pushedSeeds: readonly number[] = Array.from(
  { length: Math.ceil(SEEDS / 9) },
  (_, place) => place + 1,
).filter((seed) => seed % 5 !== 0);
