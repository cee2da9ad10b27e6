import { expect, test } from 'vitest';
import { pickLocale, pickRegion } from '../../src/i18n/pickLocale.ts';

const nothing = { lang: null, configured: 'auto', preferred: [] };

test('the address comes first, then the configuration, then the browser, then English', () => {
  expect(pickLocale({ lang: 'de-AT', configured: 'en', preferred: ['en-GB'] })).toBe('de');
  expect(pickLocale({ lang: null, configured: 'de', preferred: ['en-GB'] })).toBe('de');
  expect(pickLocale({ ...nothing, preferred: ['nn-NO', 'de-CH', 'en'] })).toBe('de');
  expect(pickLocale({ ...nothing, preferred: ['nn-NO', 'fr'] })).toBe('en');
  expect(pickLocale(nothing)).toBe('en');
});

test('a tag that nobody can read is passed over', () => {
  for (const lang of ['', '-', 'xx', 'deutsch', '__proto__', '😀']) {
    expect(pickLocale({ ...nothing, lang, preferred: ['de'] })).toBe('de');
  }
});

test('times are written as the visitor is used to in that language', () => {
  expect(pickRegion('en', ['de-DE', 'en-GB', 'en-US'])).toBe('en-GB');
  expect(pickRegion('de', ['en-GB'])).toBe('de');
});

test('times have the hours that the site wants, wherever the visitor is', () => {
  const evening = (region: string) =>
    new Intl.DateTimeFormat(region, { timeStyle: 'short', timeZone: 'UTC' }).format(
      Date.UTC(2026, 0, 2, 0, 5),
    );
  expect(evening(pickRegion('en', ['en-US'], 24))).toBe('00:05');
  expect(evening(pickRegion('de', ['de-DE'], 12))).toBe('12:05 AM');
  expect(evening(pickRegion('en', ['en-GB-u-hc-h12'], 24))).toBe('00:05');
});
