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
