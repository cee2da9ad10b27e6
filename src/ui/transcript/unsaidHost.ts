const SCHEME = /^(?:https?:\/\/|mailto:|tel:)/;

/**
 * Where a link leads, for people to see: its host, or the address of a mail. Null when its words say just that,
 * followed by no more than a path: anything else in them, look-alike letters or another host behind it, proves nothing.
 */
export function unsaidHost({ host, pathname }: URL, words: string): string | null {
  const destination = host || pathname;
  const written = words.trim().toLowerCase().replace(SCHEME, '');
  const rest = written.slice(destination.length);
  const isSaid = written.startsWith(destination.toLowerCase()) && /^(?:$|:\d|[/?#])/.test(rest);
  return isSaid ? null : destination;
}
