/** A random id of `length` lower-case letters and digits. Works on plain http, where `randomUUID` does not exist. */
export function randomId(length = 16): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}
