import { expect, test } from 'vitest';
import { createOutcome } from '../../../src/gms/bayeux/outcome.ts';
import { createTestClock, settled } from '../testClock.ts';
import { failureOf } from '../wireTelling.ts';

const { signal } = new AbortController();
const acknowledged = () => Promise.resolve();

test('what is told before the acknowledgement counts', async () => {
  const outcome = createOutcome<string>(createTestClock());
  const told = outcome.after(() => new Promise(() => {}), 1_000, signal);
  await settled();
  outcome.settle('yes');
  expect(await told).toBe('yes');
});

test('what is told in the same breath as the outcome is about something else', async () => {
  const outcome = createOutcome<string>(createTestClock());
  const told = outcome.after(acknowledged, 1_000, signal);
  await settled();
  outcome.settle('yes');
  expect(outcome.isAwaited()).toBe(false);
  outcome.settle('something else');
  expect(await told).toBe('yes');
});

test('a refusal is the outcome too, and so is an acknowledgement that never came', async () => {
  const outcome = createOutcome<string>(createTestClock());
  const refused = failureOf(outcome.after(acknowledged, 1_000, signal));
  await settled();
  outcome.refuse({ kind: 'refused', code: 204 });
  expect(await refused).toEqual({ kind: 'refused', code: 204 });
  const broken = outcome.after(() => Promise.reject(new Error('broken')), 1_000, signal);
  await expect(broken).rejects.toThrow('broken');
});

test('an acknowledgement alone settles nothing: the time runs out', async () => {
  const clock = createTestClock();
  const outcome = createOutcome<string>(clock);
  const silent = failureOf(outcome.after(acknowledged, 1_000, signal));
  await settled();
  await clock.advance(1_000);
  expect(await silent).toEqual({ kind: 'timeout' });
  expect(outcome.isAwaited()).toBe(false);
});
