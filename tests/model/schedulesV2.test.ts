import { beforeAll, describe, test } from 'vitest';
import { preload } from './consoleUnderTest.ts';
import { expectNothingWrong } from './expectNothingWrong.ts';
import { seedsOf } from './seeds.ts';

beforeAll(preload);

describe('on v2 nothing is lost, doubled, turned around or made up', () => {
  test.for(seedsOf('v2'))('seed %i', { timeout: 120_000 }, (seed) => expectNothingWrong(seed, { api: 'v2' }));
});
