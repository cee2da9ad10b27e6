import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadingMark } from '../../../src/gms/bayeux/readingMark.ts';
import { createReadingMark } from '../../../src/gms/bayeux/readingMark.ts';
import type { ChatEvent } from '../../../src/session/chatEvent.ts';
import { maria } from '../../session/samples.ts';

function events(...indexes: readonly (number | null)[]): readonly ChatEvent[] {
  return indexes.map((index) => ({ type: 'said', index, at: 0, from: maria, text: String(index) }));
}

function markAt(position: number): ReadingMark {
  const mark = createReadingMark();
  mark.from(position);
  return mark;
}

describe('the mark', () => {
  test('moves with what follows it, and with what overlaps', () => {
    const mark = markAt(2);
    expect(mark.told(events(3, 4))).toBe(true);
    expect(mark.told(events(1, 2, 3, 4, 5))).toBe(true);
    expect(mark.at()).toBe(5);
  });

  test('stays before a gap until an answer closes it', () => {
    const mark = markAt(2);
    expect(mark.told(events(4))).toBe(false);
    expect(mark.told(events(5))).toBe(false);
    expect(mark.at()).toBe(2);
    expect(mark.told(events(3, 4, 5))).toBe(true);
    expect(mark.at()).toBe(5);
  });

  test('believes in a hole when what was asked for has it too', () => {
    const mark = markAt(2);
    expect(mark.told(events(5, 6))).toBe(false);
    // asked from 3 on, the server has nothing before 5
    expect(mark.told(events(5, 6, 7))).toBe(true);
    expect(mark.at()).toBe(7);
  });

  test('is not moved by events without an index, nor by answers without events', () => {
    const mark = markAt(2);
    expect(mark.told(events(null))).toBe(true);
    expect(mark.told([])).toBe(true);
    mark.answered([]);
    expect(mark.at()).toBe(2);
  });

  test('is set once: who listens again knows less about gaps', () => {
    const mark = markAt(2);
    mark.told(events(9));
    expect(mark.from(9)).toBe(2);
  });

  test('F19: goes back with a session that has found that the server counts anew', () => {
    const mark = markAt(0);
    mark.answered(events(1, 2, 3, 4));
    expect(mark.fresh(events(1, 2, 3, 4))).toHaveLength(4);
    expect(mark.from(4)).toBe(4);
    expect([mark.isBehind(1), mark.isBehind(4)]).toEqual([true, false]);
    expect(mark.from(0)).toBe(0);
    expect(mark.fresh(events(1, 2)).map(({ index }) => index)).toEqual([1, 2]);
  });

  test('P11: hands an event on once', () => {
    const mark = markAt(0);
    expect(mark.fresh(events(1, null, 2))).toHaveLength(3);
    expect(mark.fresh(events(2, null, 3)).map((event) => event.index)).toEqual([null, 3]);
  });
});

test('P10: whatever is lost or overtaken on the way, everything has been handed on once when all is quiet', () => {
  const row = fc.record({ isVisible: fc.boolean(), isLost: fc.boolean(), isAnswerLost: fc.boolean() });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 0, max: 3 }), (rows, delay) => {
      const log = rows.flatMap(({ isVisible }, place) => (isVisible ? [place + 1] : []));
      const mark = markAt(0);
      const handed: number[] = [];
      const hear = (indexes: readonly number[]) => {
        const isWhole = mark.told(events(...indexes));
        for (const { index } of mark.fresh(events(...indexes))) handed.push(index ?? 0);
        return isWhole;
      };
      const ask = (upTo: number) => hear(log.filter((index) => index > mark.at() && index <= upTo));
      const late: number[] = [];
      for (const [place, { isVisible, isLost, isAnswerLost }] of rows.entries()) {
        if (isVisible && !isLost) late.push(place + 1);
        if (late.length <= delay) continue;
        const isWhole = hear(late.splice(0, 1));
        if (!isWhole && !isAnswerLost) ask(place + 1);
      }
      for (const index of late.toReversed()) hear([index]);
      // ten quiet seconds, and once more where a hole was suspected
      if (!ask(rows.length)) ask(rows.length);
      expect(handed.toSorted((one, other) => one - other)).toEqual(log);
    }),
  );
});
