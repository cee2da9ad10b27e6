import { useSyncExternalStore } from 'react';

let missing = 0;
const listeners = new Set<() => void>();

/** A part of the page does not come although it was asked for again; or, `-1`, it has come after all. */
export function tellMissing(change: 1 | -1): void {
  missing += change;
  for (const tell of listeners) tell();
}

/** Whether the page lacks a part that somebody waits for: most likely a new version was put online meanwhile. */
export function useIsPartMissing(): boolean {
  return useSyncExternalStore(subscribe, isMissing, never);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function isMissing(): boolean {
  return missing > 0;
}

function never(): boolean {
  return false;
}
