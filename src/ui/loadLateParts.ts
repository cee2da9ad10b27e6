import type { lateParts } from './lateParts.ts';

/** Ahead of their use, while the line is good: an end comes when it no longer is. */
export async function loadLateParts(): Promise<typeof lateParts> {
  return (await import('./lateParts.ts')).lateParts;
}
