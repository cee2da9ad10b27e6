import type * as part from './afterStart.ts';

export type AfterStart = typeof part.afterStart;

let loading: Promise<AfterStart> | null = null;
/** the one that failed, and how often */
let address: string | undefined;
let attempts = 0;

/** The rest of `gms/`, fetched once; a fetch that failed is tried again by whoever asks next. */
export function loadAfterStart(): Promise<AfterStart> {
  loading ??= fetchAfterStart().catch((error: unknown) => {
    loading = null;
    // browsers before 2026 never ask again for an address that failed, but name it where they complain
    address ??= /https?:\S+/.exec(String(error))?.[0];
    throw error;
  });
  return loading;
}

async function fetchAfterStart(): Promise<AfterStart> {
  if (address === undefined) return (await import('./afterStart.ts')).afterStart;
  attempts += 1;
  const again: unknown = await import(/* @vite-ignore */ `${address}?attempt=${attempts}`);
  if (!isPart(again)) throw new TypeError('Another file');
  return again.afterStart;
}

function isPart(module: unknown): module is typeof part {
  return typeof module === 'object' && module !== null && 'afterStart' in module;
}
