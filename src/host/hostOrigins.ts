/** Own origin first: same-origin hosts are always allowed. What is no origin is left out. Source: contract.md §3. */
export function allowedOrigins(own: string, hostOrigins: readonly string[]): readonly string[] {
  const named = hostOrigins.flatMap((origin) => (URL.canParse(origin) ? [new URL(origin).origin] : []));
  return [...new Set([own, ...named])];
}

/**
 * Where the page lives that embeds or opened us, as far as the browser tells: exactly for a frame (not in every
 * browser), for a popup where its opener was when it opened it. Null when it does not tell.
 */
export function peerOrigin(page: Window): string | null {
  // not in every browser, whatever the types say
  const ancestors: ArrayLike<string> | undefined = page.location.ancestorOrigins;
  const address = ancestors?.[0] ?? page.document.referrer;
  return URL.canParse(address) ? new URL(address).origin : null;
}
