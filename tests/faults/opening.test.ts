import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import { WAYS, leaveStage, stageFor } from './stage.ts';

afterEach(leaveStage);

/** The first request of a chat: a start of the service on v1, the chat itself on v2. */
const FIRST = { v1: 'start', v2: 'create' } as const;

const REFUSALS: readonly (readonly [string, Fault])[] = [
  ['F03: its answer is lost', { name: 'lost-after', on: 'any' }],
  ['F04: a gateway is down', { name: 'status', status: 503, on: 'any' }],
  ['F05: nobody knows the service', { name: 'status', status: 404, on: 'any' }],
  ['F08: a login page answers', { name: 'html200', on: 'any' }],
];

describe.for(WAYS)('a start on $name', (way) => {
  test.for(REFUSALS)('%s: said, not repeated by itself, and nothing written is lost', async ([, fault]) => {
    const stage = await stageFor(way, { faults: [fault] });
    stage.say('Written before');
    await stage.pass(120_000);
    expect(stage.state().phase).toBe('failed');
    expect(stage.asked(FIRST[way.api])).toBe(1);
    expect(stage.asked('refresh'), 'an orphan is left to the server').toBe(0);

    stage.session().dispatch({ type: 'retryRequested' });
    await stage.pass(5_000);
    expect([stage.status(), stage.rows()]).toEqual(['connected', [['Written before', 'sent']]]);
    expect(stage.asked(FIRST[way.api])).toBe(2);
  });

  test('F03: an answer that never comes is waited for, and then said', async () => {
    const stage = await stageFor(way, { faults: [{ name: 'delay', ms: 60_000, on: 'any' }] });
    await stage.pass(6_000);
    expect(stage.state()).toMatchObject({ phase: 'starting', hitch: 'slow' });
    await stage.pass(3_000);
    expect(stage.state()).toMatchObject({ phase: 'failed', failure: { kind: 'timeout' } });
    expect(stage.asked(FIRST[way.api])).toBe(1);
  });

  test('F13: nobody comes for half an hour: still waiting, still alive, and it can be ended', async () => {
    const stage = await stageFor(way, { script: 'nobody' });
    await stage.pass(1_800_000);
    expect(stage.status()).toBe('finding');
    expect(Math.max(...stage.pauses('refresh'))).toBeLessThan(45_000);
    stage.session().dispatch({ type: 'endRequested' });
    await stage.pass(5_000);
    expect(stage.gms.chats()[0]?.ended).toBe('visitor');
  });
});

test('F06: ids of an answer with statusCode 1 are not used, those of the next good one are', async () => {
  const stage = await stageFor(
    { api: 'v2' },
    { faults: [{ name: 'statusCode1', on: 'create', processed: true }] },
  );
  expect(stage.state()).toMatchObject({ phase: 'failed', failure: { kind: 'temporary' } });
  stage.session().dispatch({ type: 'retryRequested' });
  await stage.pass(5_000);
  const state = stage.state();
  expect(state.phase === 'chat' && state.chat.api === 'v2' && state.chat.alias).not.toBe('999');
  expect(stage.status()).toBe('connected');
});

test.for([
  ['v1', 'form'],
  ['v2', 'failed'],
] as const)('F07: a start that %s refuses for good is not repeated', async ([api, phase]) => {
  const stage = await stageFor({ api }, { faults: [{ name: 'statusCode2', on: 'any' }] });
  stage.say('Written before');
  await stage.pass(120_000);
  expect([stage.state().phase, stage.asked(FIRST[api])]).toEqual([phase, 1]);
  expect(stage.rows()).toEqual([['Written before', 'queued']]);
});
