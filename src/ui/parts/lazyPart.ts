import type { ComponentType } from 'react';
import { lazy } from 'react';

/** Between two attempts, where no event tells that the network is back. */
const PAUSE_MS = 5_000;

/**
 * A part of the page that is fetched when it is first drawn. When it does not come, the `Suspense` around it goes on
 * showing what it shows, and it is asked for again: nothing that is extra may take the chat down.
 */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await patiently(load) }));
}

async function patiently<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch {
    await nextChance();
    return patiently(load);
  }
}

function nextChance(): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('online', () => resolve(), { once: true });
    setTimeout(resolve, PAUSE_MS);
  });
}
