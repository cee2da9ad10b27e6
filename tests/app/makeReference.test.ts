import { expect, test } from 'vitest';
import { makeReference } from '../../src/app/makeReference.ts';
import { order } from '../session/samples.ts';

test('a visit is named by the ends of its id', () => {
  expect(makeReference({ ...order, visitId: '4F2A9C1B7D3E4A5F8B6C0D1E2F3A4B5C' })).toBe('4F2A…B5C');
});

test('without one it is the end of the label under which GMS knows the session: the same after a reload', () => {
  const session = { ...order, visitId: '', gmsUser: 'web-0123456789abcdef' };
  expect(makeReference(session)).toBe('ABCDEF');
  expect(makeReference(session)).toBe(makeReference(session));
});

test('it is made up where nothing names the session', () => {
  expect(makeReference(null)).toMatch(/^[A-Z0-9]{6}$/);
  expect(makeReference({ ...order, visitId: '', gmsUser: 'the shop' })).toMatch(/^[A-Z0-9]{6}$/);
});
