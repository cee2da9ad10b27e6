import type { PageContext } from '../session/ports.ts';

/** Browsers name each other in their user agent: the first match in this order is the true one. */
const BROWSERS = [
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Samsung Internet', /SamsungBrowser\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
] as const;

const SYSTEMS = [
  ['iOS', /iPhone|iPad|iPod/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Chrome OS', /CrOS/],
  ['Linux', /Linux/],
] as const;

/**
 * Where the visitor comes from, for the agent's desktop. The address goes without its query:
 * ids and whatever else stands there is nobody's business.
 */
export function readPageContext(page: Window, language: string): PageContext {
  const { userAgent } = page.navigator;
  return {
    url: page.location.origin + page.location.pathname,
    title: page.document.title,
    referrer: withoutQuery(page.document.referrer),
    browser: browserOf(userAgent),
    system: SYSTEMS.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'unknown',
    isMobile: /Mobi|Android/.test(userAgent),
    language,
    timeZoneMinutes: -new Date().getTimezoneOffset(),
  };
}

function browserOf(userAgent: string): string {
  for (const [name, pattern] of BROWSERS) {
    const version = pattern.exec(userAgent)?.[1];
    if (version) return `${name} ${version}`;
  }
  return 'unknown';
}

function withoutQuery(address: string): string {
  return address.split(/[?#]/, 1)[0] ?? '';
}
