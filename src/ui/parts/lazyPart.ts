import type { ComponentType } from 'react';
import { lazy } from 'react';
import { tellMissing } from './missingParts.ts';

/** Between two attempts, where no event tells that the network is back. */
const PAUSE_MS = 5_000;
/** From so many attempts on, on a line that is there, loading the page again is the better way. */
const ENOUGH = 2;

/**
 * A part of the page that is fetched when it is first drawn. When it does not come, the `Suspense` around it goes on
 * showing what it shows, and it is asked for again: nothing that is extra may take the chat down.
 */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await patiently(load) }));
}

async function patiently<Part>(load: () => Promise<Part>): Promise<Part> {
  for (let attempts = 1; ; attempts += 1) {
    const isTold = attempts > ENOUGH;
    try {
      const part = await load();
      if (isTold) tellMissing(-1);
      return part;
    } catch {
      if (attempts === ENOUGH) tellMissing(1);
    }
    await nextChance();
  }
}

function nextChance(): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('online', () => resolve(), { once: true });
    setTimeout(resolve, PAUSE_MS);
  });
}
