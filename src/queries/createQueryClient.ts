import { QueryClient } from '@tanstack/react-query';

/**
 * The cache of single answers. What a query does not say itself is careful: nothing happens that nobody asked for.
 * It is as old as its session and goes with it: an answer that had a time of its own would leave its timer behind on a
 * page that the console has left. What was written is over at once, a whole file that was fetched with it.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        gcTime: Infinity,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { gcTime: 0, retry: false, networkMode: 'always' },
    },
  });
}
