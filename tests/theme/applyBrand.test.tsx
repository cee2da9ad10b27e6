import { expect, test } from 'vitest';
import { applyBrand } from '../../src/theme/applyBrand.ts';
import '../../src/theme/console.css';
import '../../src/theme/late.css';

const shown = (root: HTMLElement) => {
  document.body.append(root);
  const probe = root.appendChild(document.createElement('i'));
  probe.style.color = 'var(--accent)';
  const { color } = getComputedStyle(probe);
  root.remove();
  return color;
};

test('an accent is applied to both schemes, and one that cannot be read is corrected and reported', () => {
  const root = document.createElement('div');
  expect(applyBrand(root, { accent: '#0a5' })).toEqual({ correctedAccent: true });
  expect(applyBrand(root, { accent: '#0f62d6' })).toEqual({ correctedAccent: false });
  root.style.colorScheme = 'light';
  expect(shown(root)).toBe('rgb(15, 98, 214)');
  root.style.colorScheme = 'dark';
  expect(shown(root)).not.toBe('rgb(15, 98, 214)');
});

test('what is no colour changes nothing and counts as corrected', () => {
  const root = document.createElement('div');
  expect(applyBrand(root, { accent: 'url(x)' })).toEqual({ correctedAccent: true });
  expect(root.getAttribute('style')).toBeNull();
});

test('a scheme can be fixed, and left to the browser again', () => {
  const root = document.createElement('div');
  applyBrand(root, { colorScheme: 'dark' });
  expect(root.dataset['scheme']).toBe('dark');
  applyBrand(root, {});
  expect(root.dataset).not.toHaveProperty('scheme');
});
