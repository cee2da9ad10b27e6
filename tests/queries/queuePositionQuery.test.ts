import { focusManager, onlineManager, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import type { LoadCallbacks, QueuePosition } from '../../src/queries/loadCallbacks.ts';
import { queuePositionQuery } from '../../src/queries/queuePositionQuery.ts';
import { loadOf, pass, startQueries } from './fakeCallbacks.ts';

const cache = startQueries();
const third: QueuePosition = { position: 3, waitSeconds: 90, totalWaiting: 12, isAgentReady: false };

type Ask = (id: string, signal: AbortSignal) => Promise<QueuePosition>;

function watch(queuePosition: Ask) {
  const observer = new QueryObserver(cache.client, queuePositionQuery(loadOf({ queuePosition }), '7-a'));
  return { observer, stop: observer.subscribe(() => {}) };
}

test('is asked for every ten seconds, never faster', async () => {
  const ask = vi.fn<Ask>(async () => third);
  const { observer } = watch(ask);
  await pass(0);
  expect(observer.getCurrentResult().data).toEqual(third);
  await pass(9_999);
  expect(ask).toHaveBeenCalledTimes(1);
  await pass(1);
  expect(ask).toHaveBeenCalledTimes(2);
  await pass(60_000);
  expect(ask).toHaveBeenCalledTimes(8);
  expect(ask.mock.calls[0]).toEqual(['7-a', expect.any(AbortSignal)]);
});

test('is asked for ten seconds after a slow answer', async () => {
  const ask = vi.fn<Ask>(async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 8_000);
    });
    return third;
  });
  watch(ask);
  await pass(17_999);
  expect(ask).toHaveBeenCalledTimes(1);
  await pass(1);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('is asked for in a hidden window too, and for a browser that thinks it is offline', async () => {
  focusManager.setFocused(false);
  onlineManager.setOnline(false);
  const ask = vi.fn<Ask>(async () => third);
  watch(ask);
  await pass(20_000);
  expect(ask).toHaveBeenCalledTimes(3);
});

test('is not asked for in between: by focus, network, or a screen that comes back', async () => {
  const ask = vi.fn<Ask>(async () => third);
  watch(ask);
  await pass(5_000);
  focusManager.setFocused(false);
  focusManager.setFocused(true);
  onlineManager.setOnline(false);
  onlineManager.setOnline(true);
  watch(ask);
  await pass(0);
  expect(ask).toHaveBeenCalledTimes(1);
});

test('that could not be had stays as it was until the next poll, which is the retry', async () => {
  const ask = vi.fn<Ask>(async () => third);
  const { observer } = watch(ask);
  await pass(0);
  ask.mockRejectedValueOnce(new Error('No'));
  await pass(19_999);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(observer.getCurrentResult()).toMatchObject({ status: 'error', data: third });
  await pass(1);
  expect(observer.getCurrentResult()).toMatchObject({ status: 'success', data: third });
});

test('whose code did not come is asked for again', async () => {
  const load = vi.fn<LoadCallbacks>(loadOf({ queuePosition: async () => third }));
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  const observer = new QueryObserver(cache.client, queuePositionQuery(load, '7-a'));
  observer.subscribe(() => {});
  await pass(0);
  expect(observer.getCurrentResult().status).toBe('error');
  await pass(10_000);
  expect(observer.getCurrentResult().data).toEqual(third);
});

test('that nobody waits for any more is given up', async () => {
  const signals: AbortSignal[] = [];
  const { stop } = watch((_id, signal) => {
    signals.push(signal);
    return new Promise(() => {});
  });
  await pass(0);
  stop();
  await pass(60_000);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});
