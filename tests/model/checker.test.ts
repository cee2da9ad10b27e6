import { beforeAll, describe, expect, test } from 'vitest';
import type { Flaw } from './consoleUnderTest.ts';
import { preload } from './consoleUnderTest.ts';
import { FLAWS } from './flaws.ts';
import { runSchedule } from './runSchedule.ts';
import { scheduleOf } from './schedules.ts';
import { smallestFailing } from './smallestFailing.ts';
import type { ViolationKind } from './violation.ts';

/** So many schedules have to be enough to find a client out. */
const PATIENCE = 30;

beforeAll(preload);

async function isFoundOut(flaw: Flaw, kind: ViolationKind): Promise<boolean> {
  for (let seed = 1; seed <= PATIENCE; seed += 1) {
    const found = await runSchedule(scheduleOf(seed, seed % 2 === 1 ? 'v1' : 'v2'), flaw);
    if (found.some((violation) => violation.kind === kind)) return true;
  }
  return false;
}

describe('the checker', () => {
  test.for(Object.entries(FLAWS))(
    'finds out a client that %s',
    { timeout: 60_000 },
    async ([, { flaw, kind }]) => {
      expect(await isFoundOut(flaw, kind), `found ${kind}`).toBe(true);
    },
  );

  test('reduces a schedule to what is needed', async () => {
    const needed = new Set([17, 60, 61]);
    const steps = Array.from({ length: 200 }, (_, place) => place);
    const smallest = await smallestFailing(steps, async (shorter) =>
      [...needed].every((step) => shorter.includes(step)),
    );
    expect(smallest).toEqual([17, 60, 61]);
  });
});
