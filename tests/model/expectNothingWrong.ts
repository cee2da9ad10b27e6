import { expect } from 'vitest';
import { reportFailure } from './reportFailure.ts';
import { runSchedule } from './runSchedule.ts';
import { scheduleOf } from './schedules.ts';

/** Plays the schedule of a seed; when something is wrong, says what, and prints the shortest schedule that shows it. */
export async function expectNothingWrong(seed: number, api: 'v1' | 'v2'): Promise<void> {
  const schedule = scheduleOf(seed, api);
  const found = await runSchedule(schedule);
  expect(found, found.length === 0 ? '' : await reportFailure(schedule, found)).toEqual([]);
}
