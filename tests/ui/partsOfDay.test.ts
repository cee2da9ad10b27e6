import { expect, test } from 'vitest';
import { partsOfDay } from '../../src/ui/schedule/partsOfDay.ts';

function slot(key: string) {
  return { key, at: Date.parse(key), capacity: 1, offset: null };
}

/** Each part with the UTC time of its slots. */
function parts(timeZone: string, ...keys: readonly string[]): string[] {
  return partsOfDay(keys.map(slot), timeZone).map(
    ({ part, times }) => `${part} ${times.map(({ key }) => key.slice(11, 16)).join(' ')}`,
  );
}

test('a day has a morning until noon, an afternoon until six, and an evening', () => {
  const keys = ['T00:00Z', 'T11:55Z', 'T12:00Z', 'T17:55Z', 'T18:00Z', 'T23:55Z'];
  expect(parts('UTC', ...keys.map((time) => `2026-01-05${time}`))).toEqual([
    'morning 00:00 11:55',
    'afternoon 12:00 17:55',
    'evening 18:00 23:55',
  ]);
});

test('the clock on the wall decides, and a part without times is none', () => {
  expect(parts('America/New_York', '2026-01-05T14:00Z', '2026-01-05T23:00Z')).toEqual([
    'morning 14:00',
    'evening 23:00',
  ]);
  expect(parts('Asia/Kolkata', '2026-01-05T06:29Z', '2026-01-05T06:30Z')).toEqual([
    'morning 06:29',
    'afternoon 06:30',
  ]);
});

test('an hour that comes twice stays in its order', () => {
  expect(parts('Europe/Oslo', '2026-10-25T00:30Z', '2026-10-25T01:30Z')).toEqual(['morning 00:30 01:30']);
});
