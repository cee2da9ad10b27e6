import { beforeAll, describe, test } from 'vitest';
import { preload } from './consoleUnderTest.ts';
import { expectNothingWrong } from './expectNothingWrong.ts';
import { pushedSeeds } from './seeds.ts';

beforeAll(preload);

describe.for([
  { name: 'v1 by long-polling', api: 'v1', push: 'long-polling' },
  { name: 'v2 by long-polling', api: 'v2', push: 'long-polling' },
  { name: 'v2 over a WebSocket', api: 'v2', push: 'websocket' },
] as const)('pushed on $name nothing is lost, doubled, turned around or made up', (way) => {
  test.for(pushedSeeds)('seed %i', { timeout: 120_000 }, (seed) => expectNothingWrong(seed, way));
});
