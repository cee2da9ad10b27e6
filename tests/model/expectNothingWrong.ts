import { expect } from 'vitest';
import { reportFailure } from './reportFailure.ts';
import { runSchedule } from './runSchedule.ts';
import { scheduleOf } from './schedules.ts';
import type { Schedule } from './step.ts';

/** Plays the schedule of a seed; when something is wrong, says what, and prints the shortest schedule that shows it. */
export async function expectNothingWrong(
  seed: number,
  { api, push }: Pick<Schedule, 'api' | 'push'>,
): Promise<void> {
  const schedule = { ...scheduleOf(seed, api), ...(push && { push }) };
  const found = await runSchedule(schedule);
  expect(found, found.length === 0 ? '' : await reportFailure(schedule, found)).toEqual([]);
}
