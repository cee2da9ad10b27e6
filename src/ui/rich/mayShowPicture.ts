import { webAddress } from '../transcript/webAddress.ts';

/** Whether a picture may be loaded by itself: encrypted, unless it lies beside the page, and from a place that is allowed. */
export function mayShowPicture(url: string, origins: readonly string[], page = location.origin): boolean {
  const address = webAddress(url);
  if (address === null || address.username !== '' || address.password !== '') return false;
  if (address.origin === page) return true;
  return address.protocol === 'https:' && origins.includes(address.origin);
}
