const SAFE = new Set(['https:', 'http:', 'mailto:', 'tel:']);
/** Marks that turn the direction of what follows: an address that holds one is not to be trusted. */
const DIRECTION_MARK = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Where a link that somebody wrote may lead; null for anything else, which is shown as text. */
export function safeAddress(address: string): URL | null {
  if (DIRECTION_MARK.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  return SAFE.has(url.protocol) && url.username === '' && url.password === '' ? url : null;
}
