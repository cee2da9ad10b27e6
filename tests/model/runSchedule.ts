import { vi } from 'vitest';
import { checkHistory } from './checkHistory.ts';
import type { Flaw } from './consoleUnderTest.ts';
import { createPlay } from './play.ts';
import type { Schedule } from './step.ts';
import type { Violation } from './violation.ts';

/** How long everything is left alone before the history is judged: longer than any doubt and any late arrival. */
const REST_MS = 180_000;
/** How often one looks at the status while nothing happens. */
const LOOK_MS = 5_000;

/** Plays a schedule against the real client, lets it come to rest, and tells what was wrong. */
export async function runSchedule(schedule: Schedule, flaw: Flaw = {}): Promise<readonly Violation[]> {
  const play = createPlay(schedule, flaw);
  const look = (): void => {
    const page = play.page();
    play.watch.lookAtStatus(play.session().getState(), page, play.network.lastGoodAt(page.id));
  };
  try {
    await play.open();
    for (const { act, pause } of schedule.steps) {
      await play.perform(act);
      await play.pass(pause);
      look();
    }
    play.heal();
    for (let rested = 0; rested < REST_MS; rested += LOOK_MS) {
      await play.pass(LOOK_MS);
      look();
    }
    return checkHistory(play);
  } finally {
    play.page().die();
    vi.unstubAllGlobals();
  }
}
