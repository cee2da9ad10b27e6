import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast, parseHex } from '../../src/theme/contrast.ts';

const sheet = readFileSync(new URL('../../src/theme/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...sheet.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    [light, dark],
  ]),
);

/** A token in the light (0) or the dark scheme (1). */
function colour(name: string, scheme: 0 | 1) {
  const found = parseHex(tokens.get(name)?.[scheme] ?? '');
  if (found === null) throw new Error(`No colour: ${name}`);
  return found;
}

const GROUNDS = ['surface', 'canvas', 'raised'] as const;
const TEXTS = ['ink', 'ink-soft', 'ink-faint', 'accent', 'good', 'warn', 'bad'] as const;
const pairs = TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const));

test.each([
  ...pairs,
  ['warn', 'warn-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent-strong', 'accent-soft'],
] as const)('text in %s can be read on %s', (text, ground) => {
  for (const scheme of [0, 1] as const) {
    expect(contrast(colour(text, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(GROUNDS)('the edge of a field can be seen on %s', (ground) => {
  for (const scheme of [0, 1] as const) {
    expect(contrast(colour('line-strong', scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(3);
  }
});
