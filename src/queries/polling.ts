/** How an answer that changes by itself is kept up to date: at its own pace, and never in between. */
export const POLLING = {
  // who waits is in another window, and must hear there that an agent is ready
  refetchIntervalInBackground: true,
  // the next poll is the retry: one before it would be faster than the pace
  retry: false,
  // so would be one at each focus, and at each return of the network
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  // offline is told by the wire, at once; Query would pause without a word, and believe a guess of the browser
  networkMode: 'always',
} as const;
