import { expect, test } from 'vitest';
import { readBayeuxAdvice } from '../../../src/gms/bayeux/bayeuxAdvice.ts';

const CALM = { reconnect: 'retry', interval: 0, timeout: 30_000 };

test.each<[unknown, object]>([
  [undefined, CALM],
  [null, CALM],
  ['retry', CALM],
  [
    { reconnect: 'retry', interval: 2_000, timeout: 45_000 },
    { ...CALM, interval: 2_000, timeout: 45_000 },
  ],
  [{ reconnect: 'handshake' }, { ...CALM, reconnect: 'handshake' }],
  [{ reconnect: 'none' }, { ...CALM, reconnect: 'none' }],
  [{ reconnect: 'dance' }, CALM],
  [{ interval: -1, timeout: -1 }, CALM],
  [{ interval: '5', timeout: Number.NaN }, CALM],
  [
    { interval: 86_400_000, timeout: 1e12 },
    { ...CALM, interval: 60_000, timeout: 60_000 },
  ],
  [
    { 'multiple-clients': true, interval: 0 },
    { ...CALM, interval: 2_000 },
  ],
  [
    { 'multiple-clients': true, interval: 5_000 },
    { ...CALM, interval: 5_000 },
  ],
  [{ hosts: ['evil.example'] }, CALM],
])('P12: %j is taken as %j', (advice, taken) => {
  expect(readBayeuxAdvice(advice)).toEqual(taken);
});
