/** What `_gt.push(['config', {…}])` can set, as far as a stand-in heeds it. Source: protocol/gwe-engagement.md §4.1, §12.3. */
export type TrackerConfig = Readonly<{
  /** origin of the server, from `httpEndpoint` or `httpsEndpoint` by the protocol of the page */
  server: string;
  languageCode?: string;
  /** not Genesys': how long `getIDs` takes (0: it answers during the call), and whether it never answers */
  idsDelayMs?: number;
  idsNever?: boolean;
}>;

/** Lays what a page says over what was known; what it does not say, or says wrongly, stays. */
export function mergeConfig(known: TrackerConfig, options: unknown, protocol: string): TrackerConfig {
  const given: Readonly<Record<string, unknown>> =
    typeof options === 'object' && options !== null ? { ...options } : {};
  const { languageCode, idsDelayMs, idsNever } = given;
  const endpoint = given[protocol === 'https:' ? 'httpsEndpoint' : 'httpEndpoint'];
  return {
    ...known,
    ...(typeof endpoint === 'string' && { server: endpoint.replace(/\/$/, '') }),
    ...(typeof languageCode === 'string' && { languageCode }),
    ...(typeof idsDelayMs === 'number' && { idsDelayMs }),
    ...(typeof idsNever === 'boolean' && { idsNever }),
  };
}
