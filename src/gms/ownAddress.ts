const API_ROOT = '/1/service/';
const ADDRESS = /^(?:https?:\/\/[^/?#\\\s]+)?(\/[^?#]*)(\?[\w.~!$&*()+,;:@/?=%-]+)?\??$/i;
const PATH_ID = /^(?!\.{1,2}$)[\w.-]{1,128}$/;

/**
 * Whether a text from the server can be one segment of a path: no slash, no dot segment, nothing encoded.
 */
export function isPathId(id: string): boolean {
  return PATH_ID.test(id);
}

/**
 * Reads an address that a server gave: the path below our base that it means, query included, or null.
 *
 * Its host is never used: GMS often names itself as it is seen from the inside. For the same reason the name of its
 * root (`/genesys`) says nothing, for a proxy may have renamed it to ours (`/x/gms`). What counts is what follows:
 * the first `/1/service/`, which is where every address of a dialog or a chat v1 lies. Administration, Chat API v2 or
 * anything else on the host cannot be reached that way. Segments must be plain, so that nothing climbs out again.
 * Source: protocol/gms-callback.md §3.6, §4.3, reliability.md §1.8.
 */
export function ownAddress(address: string): string | null {
  const [, path = '', query = ''] = ADDRESS.exec(address.split('#', 1)[0] ?? '') ?? [];
  const start = path.indexOf(API_ROOT);
  if (start < 0) return null;
  const segments = path.replace(/\/$/, '').slice(1).split('/');
  const isBelow = path.length > start + API_ROOT.length;
  return isBelow && segments.every(isPathId) ? path.slice(start).replace(/\/$/, '') + query : null;
}
