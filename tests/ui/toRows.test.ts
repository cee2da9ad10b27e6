import { describe, expect, test } from 'vitest';
import { newItem } from '../../src/session/outbox.ts';
import type { Entry } from '../../src/session/transcript.ts';
import { toRows } from '../../src/ui/transcript/toRows.ts';
import { WINDOW, windowStart } from '../../src/ui/transcript/windowStart.ts';
import { NOON } from '../session/samples.ts';

const MINUTE = 60_000;

function message(index: number, from: string, minutes: number | null): Entry {
  const at = minutes === null ? null : NOON + minutes * MINUTE;
  const role = from === 'me' ? 'me' : 'agent';
  return {
    kind: 'message',
    key: `index-${index}`,
    index,
    at,
    from,
    role,
    text: `${index}`,
    copies: [],
    copiesDue: 0,
  };
}

function notice(index: number, type: 'joined' | 'left', from: string): Entry {
  return { kind: 'notice', key: `index-${index}`, index, at: NOON, from, notice: { type, role: 'agent' } };
}

const groups = (entries: readonly Entry[], start = 0) =>
  toRows(entries, [], start).map((row) =>
    row.kind === 'notice' ? '-' : `${row.isFirst ? '[' : ''}${row.isLast ? ']' : ''}`,
  );

describe('a group', () => {
  test('is what one sender says in less than two minutes from one to the next', () => {
    expect(
      groups([message(1, 'a', 0), message(2, 'a', 1), message(3, 'a', 2.9), message(4, 'a', 4.9)]),
    ).toEqual(['[', '', ']', '[]']);
  });

  test('ends with another sender, and with a notice', () => {
    const entries = [message(1, 'a', 0), message(2, 'b', 0), notice(3, 'joined', 'c'), message(4, 'b', 0)];
    expect(groups(entries)).toEqual(['[]', '[]', '-', '[]']);
  });

  test('does not depend on where the window begins', () => {
    expect(groups([message(1, 'a', 0), message(2, 'a', 1), message(3, 'a', 2)], 1)).toEqual(['', ']']);
  });

  test('of the visitor goes on in the outbox', () => {
    const rows = toRows([message(1, 'me', 0)], [newItem('k', 'Next', NOON + MINUTE)], 0);
    expect(rows.map((row) => row.kind === 'message' && [row.state, row.isFirst, row.isLast])).toEqual([
      ['sent', true, false],
      ['queued', false, true],
    ]);
  });

  test('takes messages without a time to be near the others', () => {
    expect(groups([message(1, 'a', 0), message(2, 'a', null), message(3, 'a', 1)])).toEqual(['[', '', ']']);
  });
});

describe('one agent for another', () => {
  const change = (entries: readonly Entry[]) =>
    toRows(entries, [], 0).map((row) => row.kind === 'notice' && [row.from, row.also?.from ?? null]);

  test('is one row, in whichever order it is told', () => {
    expect(change([notice(1, 'left', 'a'), notice(2, 'joined', 'b')])).toEqual([['a', 'b']]);
    expect(change([notice(1, 'joined', 'b'), notice(2, 'left', 'a')])).toEqual([['b', 'a']]);
  });

  test('is told pair by pair', () => {
    const entries = [
      notice(1, 'left', 'a'),
      notice(2, 'joined', 'b'),
      notice(3, 'left', 'b'),
      notice(4, 'joined', 'c'),
    ];
    expect(change(entries)).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
  });

  test('is not meant when the same one goes and comes back', () => {
    expect(change([notice(1, 'left', 'a'), notice(2, 'joined', 'a')])).toEqual([
      ['a', null],
      ['a', null],
    ]);
  });
});

describe('the window', () => {
  test.each([
    [0, 0],
    [200, 0],
    [249, 0],
    [250, 50],
    [10_000, 9_800],
  ])('of %i entries begins at %i', (count, start) => {
    expect(windowStart(count)).toBe(start);
  });

  test('never shows less than it should, nor a quarter more', () => {
    for (let count = WINDOW; count < 1_000; count += 1) {
      const shown = count - windowStart(count);
      expect(shown).toBeGreaterThanOrEqual(WINDOW);
      expect(shown).toBeLessThan(WINDOW * 1.25);
    }
  });
});
