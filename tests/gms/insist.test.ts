import { expect, test } from 'vitest';
import { insist } from '../../src/gms/insist.ts';
import { createTestClock, settled } from './testClock.ts';

/** A part that comes with so many attempts. */
function comingWith(attempt: number) {
  const clock = createTestClock();
  const session = new AbortController();
  let attempts = 0;
  let complaints = 0;
  const reading = insist(
    async () => {
      attempts += 1;
      if (attempts < attempt) throw new TypeError('Failed to fetch');
      return 'the part';
    },
    clock,
    session.signal,
    () => {
      complaints += 1;
    },
  );
  return { clock, session, reading, attempts: () => attempts, complaints: () => complaints };
}

test('a part that comes is loaded once, without a word', async () => {
  const { reading, attempts, complaints } = comingWith(1);
  expect(await reading).toBe('the part');
  expect([attempts(), complaints()]).toEqual([1, 0]);
});

test('one that does not is asked for again after growing pauses, and each time that is told', async () => {
  const { clock, reading, attempts, complaints } = comingWith(8);
  await settled();
  for (const pause of [1_000, 2_000, 4_000, 8_000, 16_000, 16_000, 16_000]) {
    const before = attempts();
    await clock.advance(pause - 1);
    expect(attempts()).toBe(before);
    await clock.advance(1);
    expect(attempts()).toBe(before + 1);
  }
  expect(await reading).toBe('the part');
  expect(complaints()).toBe(7);
});

test('nobody asks any more once the session is over', async () => {
  const { clock, session, reading, attempts } = comingWith(9);
  reading.catch(() => undefined);
  await settled();
  session.abort();
  await expect(reading).rejects.toThrow('aborted');
  await clock.advance(60_000);
  expect(attempts()).toBe(1);
});
