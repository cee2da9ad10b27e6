const SEEDS = Number(process.env['MODEL_SEEDS'] ?? 300);

/** Half of the seeds play Chat API v1, the other half v2. `MODEL_SEEDS` says how many there are. */
export function seedsOf(api: 'v1' | 'v2'): readonly number[] {
  return Array.from({ length: SEEDS }, (_, place) => place + 1).filter(
    (seed) => seed % 2 === (api === 'v1' ? 1 : 0),
  );
}

/** What is pushed is the same session on another line: fewer seeds, played on each of three ways. */
export const pushedSeeds: readonly number[] = Array.from(
  { length: Math.ceil(SEEDS / 9) },
  (_, place) => place + 1,
);
