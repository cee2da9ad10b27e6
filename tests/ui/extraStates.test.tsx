import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { applyBrand } from '../../src/theme/applyBrand.ts';
import { EXTRA_STATES } from './extraStates.tsx';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const STATES = Object.entries(EXTRA_STATES);

afterEach(() => {
  document.documentElement.style.fontSize = '';
});

describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
  test.each(STATES)('axe has nothing to say, in a small window and a large one: %s', async (_name, show) => {
    applyBrand(document.documentElement, { colorScheme });
    document.documentElement.lang = 'en';
    await page.viewport(320, 568);
    await show();
    for (const [width, height] of [
      [320, 568],
      [1280, 800],
    ] as const) {
      await page.viewport(width, height);
      const { violations } = await axe.run(document, { runOnly: TAGS, resultTypes: ['violations'] });
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    }
  });
});

test.each(STATES)('nothing is wider than 320 px, also with text twice as large: %s', async (_name, show) => {
  await page.viewport(320, 568);
  await show();
  for (const size of ['', '200%']) {
    document.documentElement.style.fontSize = size;
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    for (const part of document.querySelectorAll('.transcript, .panel, .footer, .composer, .tray'))
      expect(part.scrollWidth, part.className).toBeLessThanOrEqual(320);
  }
});
