import { expect, test } from 'vitest';
import { allowedOrigins, peerOrigin } from '../../src/host/hostOrigins.ts';
import { fakePage } from './fakePage.ts';

test('allows its own origin and those that are named, as browsers write them', () => {
  expect(
    allowedOrigins('https://console.test', ['https://Shop.test:443', 'https://shop.test', '*', 'shop.test']),
  ).toEqual(['https://console.test', 'https://shop.test']);
});

test.for([
  [
    { ancestorOrigins: ['https://shop.test', 'https://top.test'], referrer: 'https://old.test/' },
    'https://shop.test',
  ],
  [{ referrer: 'https://shop.test/basket?id=1' }, 'https://shop.test'],
  [{ ancestorOrigins: [], referrer: 'https://shop.test/' }, 'https://shop.test'],
  [{ referrer: '' }, null],
] as const)('knows where its host is from what the browser tells: %j', ([wiring, origin]) => {
  expect(peerOrigin(fakePage({ ...wiring }).page)).toBe(origin);
});
