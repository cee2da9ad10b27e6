import { QueryClient } from '@tanstack/react-query';

/** What was answered stays for so long once nobody looks at it: as long as one goes back and forth. */
const KEPT_MS = 5 * 60_000;

/** The cache of single answers. What a query does not say itself is careful: nothing happens that nobody asked for. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        gcTime: KEPT_MS,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
