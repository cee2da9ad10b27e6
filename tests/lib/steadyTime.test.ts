import { expect, test } from 'vitest';
import { createSteadyTime } from '../../src/lib/steadyTime.ts';

const NOON = Date.UTC(2026, 0, 2, 12);
const DAY_MS = 86_400_000;

/** Both clocks of a device, to be set by hand. */
function device() {
  const clocks = { running: NOON, wall: NOON };
  const now = createSteadyTime({ running: () => clocks.running, wall: () => clocks.wall });
  return {
    now,
    pass(ms: number) {
      clocks.running += ms;
      clocks.wall += ms;
    },
    set(ms: number) {
      clocks.wall += ms;
    },
  };
}

test('passes as the running clock does', () => {
  const { now, pass } = device();
  pass(1_500);
  expect(now() - NOON).toBe(1_500);
});

test('counts a sleep in which the running clock stood still', () => {
  const { now, set, pass } = device();
  set(2 * 3_600_000);
  pass(10);
  expect(now() - NOON).toBe(2 * 3_600_000 + 10);
  pass(10);
  expect(now() - NOON).toBe(2 * 3_600_000 + 20);
});

test('never runs backwards when the device is set back, and goes on from there (F95)', () => {
  const { now, set, pass } = device();
  pass(1_000);
  set(-DAY_MS);
  expect(now() - NOON).toBe(1_000);
  pass(1_000);
  expect(now() - NOON).toBe(2_000);
});

test('is not moved by corrections of a few seconds', () => {
  const { now, set } = device();
  for (const ms of [5_000, -3_000, 19_000]) {
    set(ms);
    expect(now()).toBe(NOON);
  }
});
