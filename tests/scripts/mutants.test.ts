import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plant } from '../../scripts/mutants/plant.mjs';
import { PLANTED } from '../../scripts/mutants/planted.mjs';
import { verdict } from '../../scripts/mutants/verdict.mjs';

describe('a planted defect', () => {
  test.for(PLANTED)('fits the code: $name', ({ file, tests, ...mutant }) => {
    const text = readFileSync(file, 'utf8');
    expect(plant(text, mutant)).not.toBe(text);
    expect(tests.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('is refused where it fits nowhere or in more than one place', () => {
    expect(() => plant('one two', { find: 'three', replace: '' })).toThrow('not found');
    expect(() => plant('one one', { find: 'one', replace: '' })).toThrow('found 2 times');
  });

  test('there are fifteen, each of its own', () => {
    expect(new Set(PLANTED.map(({ name }) => name)).size).toBe(15);
  });
});

test.each([
  ['killed', 3, ['AssertionError: expected 1 to be 2']],
  ['killed', 3, ['ReferenceError: x is not defined', 'Error: expect(element).toHaveFocus()']],
  ['survived', 3, []],
  ['crashed', 3, ['ReferenceError: x is not defined']],
  ['crashed', 0, []],
  ['crashed', 2, ['AssertionError: expected 1 to be 2']],
] as const)('is %s when of three tests %d ran and these failed: %j', (expected, tests, failures) => {
  expect(verdict({ tests: 3, failures: [] }, { tests, failures })).toBe(expected);
});
