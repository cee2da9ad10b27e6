import { MutationObserver, onlineManager, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { availabilityQuery } from '../../src/queries/availabilityQuery.ts';
import { callbackRecordQuery } from '../../src/queries/callbackRecordQuery.ts';
import { cancelMutation } from '../../src/queries/cancelMutation.ts';
import { rescheduleMutation } from '../../src/queries/rescheduleMutation.ts';
import { ChatError } from '../../src/session/failure.ts';
import { loadOf, NOW, pass, startQueries } from './fakeCallbacks.ts';

const cache = startQueries();
const KEY = '2026-01-02T12:05:00Z';
const refused = new ChatError({ kind: 'refused', status: 400, availability: { [KEY]: 1 } });

/** An order on screen, with its record and the list of slots, and what of it was asked, in order. */
function watchOrder(outcome: () => Promise<void>) {
  const asked: string[] = [];
  const load = loadOf({
    async availability() {
      asked.push('availability');
      return [];
    },
    async record() {
      asked.push('record');
      return null;
    },
    async reschedule(id, desiredTime) {
      asked.push(`reschedule ${id} ${desiredTime}`);
      await outcome();
    },
    async cancel(id) {
      asked.push(`cancel ${id}`);
      await outcome();
    },
  });
  new QueryObserver(cache.client, callbackRecordQuery(load, '7-a')).subscribe(() => {});
  new QueryObserver(cache.client, availabilityQuery(load, { start: NOW, days: 1 })).subscribe(() => {});
  return { asked, load };
}

test.each([
  ['done', () => Promise.resolve()],
  ['refused', () => Promise.reject(refused)],
])(
  'a change of time that is %s is made once, and then everything is looked at again',
  async (_name, outcome) => {
    const { asked, load } = watchOrder(outcome);
    await pass(0);
    asked.length = 0;
    const mutation = new MutationObserver(cache.client, rescheduleMutation(load, '7-a'));
    mutation.mutate(KEY).catch(() => undefined);
    await pass(100);
    expect(asked).toEqual([`reschedule 7-a ${KEY}`, 'record', 'availability']);
  },
);

test('a refusal tells what is free instead', async () => {
  const { load } = watchOrder(() => Promise.reject(refused));
  const mutation = new MutationObserver(cache.client, rescheduleMutation(load, '7-a'));
  await expect(mutation.mutate(KEY)).rejects.toMatchObject({ failure: { availability: { [KEY]: 1 } } });
});

test.each([
  ['done', () => Promise.resolve()],
  ['failed', () => Promise.reject(new ChatError({ kind: 'timeout' }))],
])('a cancellation that is %s is made once, and then the record is looked at', async (_name, outcome) => {
  const { asked, load } = watchOrder(outcome);
  await pass(0);
  asked.length = 0;
  const mutation = new MutationObserver(cache.client, cancelMutation(load, '7-a'));
  mutation.mutate().catch(() => undefined);
  await pass(100);
  expect(asked).toEqual(['cancel 7-a', 'record']);
});

test('a change is made at once or not at all, also when the browser thinks that it is offline', async () => {
  onlineManager.setOnline(false);
  const { load } = watchOrder(() => Promise.reject(new ChatError({ kind: 'offline' })));
  const mutation = new MutationObserver(cache.client, cancelMutation(load, '7-a'));
  await expect(mutation.mutate()).rejects.toMatchObject({ failure: { kind: 'offline' } });
  expect(mutation.getCurrentResult().isPaused).toBe(false);
});

test('a cancellation waits for the change of time before it', async () => {
  let finish = () => {};
  const outcome = vi.fn<() => Promise<void>>(() => Promise.resolve());
  outcome.mockImplementationOnce(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  const { asked, load } = watchOrder(outcome);
  void new MutationObserver(cache.client, rescheduleMutation(load, '7-a')).mutate(KEY);
  void new MutationObserver(cache.client, cancelMutation(load, '7-a')).mutate();
  await pass(100);
  expect(asked).not.toContain('cancel 7-a');
  finish();
  await pass(100);
  expect(asked).toContain('cancel 7-a');
});
