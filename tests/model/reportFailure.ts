import { runSchedule } from './runSchedule.ts';
import { smallestFailing } from './smallestFailing.ts';
import type { Schedule } from './step.ts';
import type { Violation } from './violation.ts';

/** What was wrong with a schedule, and the shortest one that shows it, ready to be played again. */
export async function reportFailure(schedule: Schedule, found: readonly Violation[]): Promise<string> {
  const [first] = found;
  const steps = await smallestFailing(schedule.steps, async (shorter) => {
    const again = await runSchedule({ ...schedule, steps: shorter });
    return again.some(({ kind }) => kind === first?.kind);
  });
  return [
    `Seed ${schedule.seed} of ${schedule.api}${schedule.push ? `, pushed by ${schedule.push}` : ''}: ${found.map(({ kind, detail }) => `${kind}: ${detail}`).join('; ')}`,
    `"${first?.kind}" needs no more than these ${steps.length} steps of ${schedule.steps.length}:`,
    ...steps.map((step) => JSON.stringify(step)),
  ].join('\n');
}
