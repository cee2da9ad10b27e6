import type { afterStart } from './afterStart.ts';

/** The rest of `gms/`, fetched once; a fetch that failed is tried again by whoever asks next. */
export async function loadAfterStart(): Promise<typeof afterStart> {
  return (await import('./afterStart.ts')).afterStart;
}
