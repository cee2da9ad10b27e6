import type { QueryClient } from '@tanstack/react-query';
import { environmentManager, focusManager, onlineManager } from '@tanstack/react-query';
import { afterEach, beforeEach, vi } from 'vitest';
import { createQueryClient } from '../../src/queries/createQueryClient.ts';
import type { LoadCallbacks } from '../../src/queries/loadCallbacks.ts';

type Api = Awaited<ReturnType<LoadCallbacks>>;

export const NOW = Date.UTC(2026, 0, 2, 12);

/** Time, focus and network under our hand for one test file, and a cache for each test. */
export function startQueries(): { readonly client: QueryClient } {
  let client = createQueryClient();
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
    // Node has no window, and Query would take it for a server, where nothing is asked twice
    environmentManager.setIsServer(() => false);
    client = createQueryClient();
    client.mount();
  });
  afterEach(() => {
    client.unmount();
    client.clear();
    focusManager.setFocused(undefined);
    onlineManager.setOnline(true);
    vi.useRealTimers();
  });
  return {
    get client() {
      return client;
    },
  };
}

/** Callbacks of which only what a test needs is there. */
export function loadOf(part: Partial<Api>): LoadCallbacks {
  const missing = () => Promise.reject(new Error('Nobody should ask this'));
  return () =>
    Promise.resolve({
      availability: missing,
      queuePosition: missing,
      waitingTime: missing,
      record: missing,
      reschedule: missing,
      cancel: missing,
      ...part,
    });
}

export function pass(ms: number): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}
