import { focusManager, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { waitingTimeQuery } from '../../src/queries/waitingTimeQuery.ts';
import { loadOf, pass, startQueries } from './fakeCallbacks.ts';

const cache = startQueries();

type Ask = () => Promise<number | null>;

function watch(waitingTime: Ask) {
  const observer = new QueryObserver(cache.client, waitingTimeQuery(loadOf({ waitingTime })));
  observer.subscribe(() => {});
  return observer;
}

test('is asked for twice a minute', async () => {
  const ask = vi.fn<Ask>(async () => 95);
  const observer = watch(ask);
  await pass(0);
  expect(observer.getCurrentResult().data).toBe(95);
  await pass(29_999);
  expect(ask).toHaveBeenCalledTimes(1);
  await pass(1);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('is asked for only while somebody looks, and at once when they come back', async () => {
  const ask = vi.fn<Ask>(async () => 95);
  watch(ask);
  await pass(0);
  focusManager.setFocused(false);
  await pass(300_000);
  expect(ask).toHaveBeenCalledTimes(1);
  focusManager.setFocused(true);
  await pass(0);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('is not asked for again before its time when it could not be had', async () => {
  const ask = vi.fn<Ask>(() => Promise.reject(new Error('down')));
  watch(ask);
  await pass(29_999);
  expect(ask).toHaveBeenCalledTimes(1);
});
