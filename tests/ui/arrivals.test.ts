import { expect, test } from 'vitest';
import { arrivals } from '../../src/ui/parts/arrivals.ts';
import { after, batch, maria, said, states } from '../session/samples.ts';

const received = (...indexes: readonly number[]) =>
  ({ type: 'received', batch: batch(indexes.map((index) => said(index, maria, `${index}`))) }) as const;
const found = (before: Parameters<typeof arrivals>[0], then: Parameters<typeof arrivals>[1]) =>
  arrivals(before, then).map((entry) => entry.index);

test('what came is what was not there before, also when it came late', () => {
  const before = after(states.chat, received(1, 2, 4)).state;
  expect(found(states.chat, before)).toEqual([1, 2, 4]);
  expect(found(before, after(before, received(3, 5)).state)).toEqual([3, 5]);
  expect(found(before, after(before, received(2)).state)).toEqual([]);
});

test('what is read again after a reload did not come', () => {
  const catchingUp = { ...states.chat, link: { ...states.chat.link, isCatchingUp: true } };
  expect(found(catchingUp, after(catchingUp, received(1, 2)).state)).toEqual([]);
});

test('a new chat brings nothing of the old one', () => {
  const ended = { ...states.ended, conversation: after(states.chat, received(1, 2)).state.conversation };
  expect(found(ended, after(ended, { type: 'restartRequested' }).state)).toEqual([]);
});
