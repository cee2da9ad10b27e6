import { describe, expect, test } from 'vitest';
import type { Slot } from '../../src/queries/loadCallbacks.ts';
import { slotDays } from '../../src/ui/schedule/slotDays.ts';
import { nextDate, noonOf, wallClock, zoneName } from '../../src/ui/schedule/zone.ts';

const HOUR = 3_600_000;
const slot = (iso: string, capacity = 1): Slot => ({ key: iso, at: Date.parse(iso), capacity });
const every = (minutes: number, from: string, until: string): Slot[] => {
  const slots: Slot[] = [];
  for (let at = Date.parse(from); at < Date.parse(until); at += minutes * 60_000)
    slots.push(slot(new Date(at).toISOString()));
  return slots;
};
const window = (from: string, days: number, timeZone: string) => ({
  from: Date.parse(from),
  until: Date.parse(from) + days * 24 * HOUR,
  timeZone,
});
const shown = (slots: readonly Slot[], where: ReturnType<typeof window>) =>
  slotDays(slots, where).map(({ date, times }) => [
    date,
    ...times.map(({ at, offset }) => `${wallClock(at, where.timeZone).time}${offset ? ` ${offset}` : ''}`),
  ]);

describe('slots by day', () => {
  test('fall on the days of the visitor’s zone, in order whatever order they came in', () => {
    const slots = [slot('2026-11-24T23:30:00.000Z'), slot('2026-11-24T09:30:00.000Z')];
    expect(shown(slots, window('2026-11-24T08:00:00Z', 1, 'Europe/Oslo'))).toEqual([
      ['2026-11-24', '10:30'],
      ['2026-11-25', '00:30'],
    ]);
    expect(shown(slots, window('2026-11-24T08:00:00Z', 1, 'Asia/Kathmandu'))).toEqual([
      ['2026-11-24', '15:15'],
      ['2026-11-25', '05:15'],
    ]);
  });

  test('keep the key as the server wrote it', () => {
    const odd = { key: '2026-11-24T09:30:00Z', at: Date.parse('2026-11-24T09:30:00Z'), capacity: 2 };
    const [day] = slotDays([odd], window('2026-11-24T08:00:00Z', 1, 'Europe/Oslo'));
    expect(day?.times[0]?.key).toBe('2026-11-24T09:30:00Z');
  });

  test('tell free, full and closed days apart, and leave out what is past', () => {
    const slots = [
      slot('2026-11-24T07:00:00Z'),
      slot('2026-11-24T09:00:00Z', 0),
      slot('2026-11-26T09:00:00Z', 2),
    ];
    const days = slotDays(slots, window('2026-11-24T08:00:00Z', 3, 'UTC'));
    expect(days.map(({ date, free, times }) => [date, free, times.length])).toEqual([
      ['2026-11-24', 0, 1],
      ['2026-11-25', 0, 0],
      ['2026-11-26', 1, 1],
      ['2026-11-27', 0, 0],
    ]);
  });
});

describe('when the clocks change', () => {
  test('an hour that comes twice is told apart (Oslo, New York)', () => {
    expect(
      shown(
        every(30, '2026-10-25T00:00:00Z', '2026-10-25T02:30:00Z'),
        window('2026-10-24T23:00:00Z', 0.5, 'Europe/Oslo'),
      ),
    ).toEqual([['2026-10-25', '02:00 GMT+2', '02:30 GMT+2', '02:00 GMT+1', '02:30 GMT+1', '03:00']]);
    expect(
      shown(
        [slot('2026-11-01T05:30:00Z'), slot('2026-11-01T06:30:00Z'), slot('2026-11-01T07:30:00Z')],
        window('2026-11-01T05:00:00Z', 0.5, 'America/New_York'),
      ),
    ).toEqual([['2026-11-01', '01:30 GMT-4', '01:30 GMT-5', '02:30']]);
  });

  test('half an hour that comes twice is told apart (Lord Howe)', () => {
    expect(
      shown(
        every(15, '2026-04-04T14:30:00Z', '2026-04-04T15:30:00Z'),
        window('2026-04-04T14:00:00Z', 0.25, 'Australia/Lord_Howe'),
      ),
    ).toEqual([['2026-04-05', '01:30 GMT+11', '01:45 GMT+11', '01:30 GMT+10:30', '01:45 GMT+10:30']]);
  });

  test('an hour that does not exist is not offered (Oslo)', () => {
    expect(
      shown(
        every(30, '2026-03-29T00:00:00Z', '2026-03-29T02:00:00Z'),
        window('2026-03-28T23:30:00Z', 0.5, 'Europe/Oslo'),
      ),
    ).toEqual([['2026-03-29', '01:00', '01:30', '03:00', '03:30']]);
  });
});

describe('a zone', () => {
  test.each([
    ['Europe/Oslo', '2026-11-24T09:00:00Z', 'Europe/Oslo (GMT+1)'],
    ['America/New_York', '2026-07-01T09:00:00Z', 'America/New York (GMT-4)'],
    ['Asia/Kathmandu', '2026-07-01T09:00:00Z', 'Asia/Kathmandu (GMT+5:45)'],
  ])('is named with its offset: %s', (zone, at, name) => {
    expect(zoneName(Date.parse(at), zone)).toBe(name);
  });

  test.each([
    'Europe/Oslo',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Kiritimati',
  ])('has a noon on each day of a year: %s', (zone) => {
    for (let date = '2026-01-01'; date < '2027-01-01'; date = nextDate(date)) {
      expect(wallClock(noonOf(date, zone), zone)).toEqual({ date, time: '12:00' });
    }
  });
});
