import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const FAULTS = 98;
/** What the project has set itself. Source: issue 5. */
const LEAST_TESTED = 90;

const page = readFileSync('docs/reliability.md', 'utf8');
const rows = rowsOf(/^\| (F\d\d) \| [^|]+ \| ([^|]+) \|$/gm);
const pushed = rowsOf(/^\| (P\d\d) \| [^|]+ \| [^|]+ \| ([^|]+) \|$/gm);

function rowsOf(shape: RegExp) {
  return Array.from(page.matchAll(shape), ([, number = '', where = '']) => ({
    number,
    where,
    files: Array.from(where.matchAll(/`(tests\/[^`]+)`/g), ([, file = '']) => file),
  }));
}

/** The lines of a test file that are no comment: names of tests, and the tables that names are made of. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .join('\n');
}

describe('the catalogue of faults', () => {
  test('names every fault once, in order', () => {
    const all = Array.from({ length: FAULTS }, (_, place) => `F${String(place + 1).padStart(2, '0')}`);
    expect(rows.map(({ number }) => number)).toEqual(all);
  });

  test.for(rows)('$number is tested where it says, or has a reason', ({ number, where, files }) => {
    if (files.length === 0) expect(where).toMatch(/^not tested: \S.{20}/);
    for (const file of files) expect(codeOf(file), file).toMatch(new RegExp(`\\b${number}\\b`));
  });

  test('names what only push can meet, in order, and where each is tested', () => {
    expect(pushed.length).toBeGreaterThan(0);
    for (const [place, { number, files }] of pushed.entries()) {
      expect(number).toBe(`P${String(place + 1).padStart(2, '0')}`);
      expect(files.length, number).toBeGreaterThan(0);
      for (const file of files) expect(codeOf(file), file).toMatch(new RegExp(`\\b${number}\\b`));
    }
  });

  test('is tested for nine faults of ten', () => {
    expect(rows.filter(({ files }) => files.length > 0).length).toBeGreaterThanOrEqual(LEAST_TESTED);
  });
});
