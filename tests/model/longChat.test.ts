import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, test, vi } from 'vitest';
import { checkHistory } from './checkHistory.ts';
import { preload } from './consoleUnderTest.ts';
import { createPlay } from './play.ts';
import type { Schedule } from './step.ts';

const HOURS = 4;
const MESSAGES = 2_000;
const GROWTH_MB = 20;

beforeAll(preload);

const WAYS: readonly Omit<Schedule, 'seed' | 'steps'>[] = [
  { api: 'v1' },
  { api: 'v2' },
  { api: 'v2', push: 'long-polling' },
  { api: 'v2', push: 'websocket' },
];

test.for(WAYS)(
  'four hours and two thousand messages on %j leave nothing behind',
  { timeout: 120_000 },
  async (way) => {
    const play = createPlay({ ...way, seed: 4, steps: [] }, {});
    await play.open();
    await play.pass(5_000);
    const before = heapMb();
    for (let count = 0; count < MESSAGES; count += 1) {
      await play.perform({ do: count % 2 === 0 ? 'say' : 'agentSays' });
      await play.pass((HOURS * 3_600_000) / MESSAGES);
    }
    await play.pass(60_000);
    expect(checkHistory(play)).toEqual([]);
    expect(play.session().getState().conversation.entries.length).toBeGreaterThanOrEqual(MESSAGES);
    expect(heapMb() - before, 'MB, the simulated server included').toBeLessThan(GROWTH_MB);

    await play.perform({ do: 'leave' });
    await play.pass(20_000);
    const { length } = play.network.sightings;
    await play.pass(600_000);
    expect(play.network.sightings, 'nothing is asked any more').toHaveLength(length);
    expect(play.page().timers()).toBe(0);
    expect(play.bayeux.clients()).toBe(0);
    expect(play.memory.length, 'no record').toBe(0);
    vi.unstubAllGlobals();
  },
);

function heapMb(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
