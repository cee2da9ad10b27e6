import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tones } from '../../src/theme/accentTones.ts';
import { accentTones } from '../../src/theme/accentTones.ts';
import type { Rgb } from '../../src/theme/contrast.ts';
import { contrast, parseHex, toHex } from '../../src/theme/contrast.ts';

const GROUNDS = { light: ['#ffffff', '#f4f6f9'], dark: ['#12181f', '#0c1117', '#1a222c'] } as const;
const channel = fc.integer({ min: 0, max: 255 });
const colour: fc.Arbitrary<Rgb> = fc.tuple(channel, channel, channel);

function ratio(one: string, other: string): number {
  return contrast(parseHex(one) ?? [0, 0, 0], parseHex(other) ?? [0, 0, 0]);
}

test('any colour becomes one that can be read on every ground, and on which can be read', () => {
  fc.assert(
    fc.property(colour, (brand) => {
      const tones = accentTones(brand);
      for (const scheme of ['light', 'dark'] as const) {
        const { accent, strong, on, soft }: Tones = tones[scheme];
        for (const ground of GROUNDS[scheme]) expect(ratio(accent, ground)).toBeGreaterThanOrEqual(4.5);
        for (const [text, ground] of [
          [on, accent],
          [on, strong],
          [strong, soft],
        ] as const) {
          expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('a colour that can be read is left as it is, another one is moved and reported', () => {
  expect(accentTones([0x0f, 0x62, 0xd6])).toMatchObject({ isCorrected: false, light: { accent: '#0f62d6' } });
  expect(accentTones([0xff, 0xcc, 0x00]).isCorrected).toBe(true);
});

test('colours are read with three and six digits, and nothing else is a colour', () => {
  expect(parseHex('#0f6')).toEqual([0, 255, 102]);
  expect(parseHex('0F62D6')).toEqual([15, 98, 214]);
  for (const text of ['', '#12', '#12345', 'red', 'rgb(0,0,0)', '#12345g']) expect(parseHex(text)).toBeNull();
  fc.assert(
    fc.property(colour, (brand) => {
      expect(parseHex(toHex(brand))).toEqual(brand);
    }),
  );
});
