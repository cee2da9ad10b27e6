/**
 * The headers a site should send with the console: `npm run preview` sends them, and docs/deployment.md names them.
 * `connect` are origins of GMS beside the page's own, `embedders` those of pages that show the console in a frame.
 * No Cross-Origin-Opener-Policy: the page that opened the popup must be able to see and focus it.
 */
export function recommendedHeaders(
  connect: readonly string[] = [],
  embedders: readonly string[] = [],
): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "media-src 'self'",
      "font-src 'self'",
      ['connect-src', "'self'", ...connect].join(' '),
      "worker-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "object-src 'none'",
      ['frame-ancestors', "'self'", ...embedders].join(' '),
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cache-control': 'no-cache',
  };
}
