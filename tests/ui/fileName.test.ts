import { expect, test } from 'vitest';
import { fileName } from '../../src/ui/saving/fileName.ts';

test('a saved file is named with the date and time of whoever saves it', () => {
  expect(fileName('conversation', new Date(2026, 10, 22, 18, 3).getTime())).toBe(
    'conversation-2026-11-22-1803',
  );
  expect(fileName('unterhaltung', new Date(2027, 0, 2, 3, 4).getTime())).toBe('unterhaltung-2027-01-02-0304');
});
