const BYTES = 16;

/** An id as Web Engagement gives them: 32 upper-case hexadecimal digits. */
export function newEngagementId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
