import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import { WAYS, leaveStage, stageFor } from './stage.ts';

afterEach(leaveStage);

/** By then the transcript has been looked at, also where it is pushed and nothing happens. */
const LOOK_MS = 12_000;

/** Answers that say nothing, one after the other. */
const SILENT: readonly (readonly [string, Fault])[] = [
  ['F23: cut off', { name: 'cut', at: 60, on: 'refresh' }],
  ['F24: empty', { name: 'empty200', on: 'refresh' }],
  ['F25: a page', { name: 'html200', on: 'refresh' }],
  ['F44: reset', { name: 'rst', at: 60, on: 'refresh' }],
  ['F38: byte by byte', { name: 'trickle', ms: 1_000, on: 'refresh' }],
  ['F85: a captive portal', { name: 'status', status: 511, html: true, on: 'refresh' }],
];

describe.for(WAYS)('an answer on $name', (way) => {
  test.for(SILENT)('%s: asked again from the same position, and nothing is missed', async ([, fault]) => {
    const stage = await stageFor(way);
    stage.fault(fault);
    await stage.perform({ do: 'agentSays' });
    await stage.pass(25_000);
    expect(stage.rows()).toEqual([['⟦agent 1⟧', 'said']]);
    expect(stage.status()).toBe('connected');
  });

  test('F25: a page twice in a row is said to be a broken line, and is over with the next good answer', async () => {
    const stage = await stageFor(way);
    const seen: string[] = [];
    stage.fault({ name: 'html200', on: 'refresh', times: 3 });
    for (let time = 0; time < 20_000; time += 250) {
      await stage.pass(250);
      if (seen.at(-1) !== stage.status()) seen.push(stage.status());
    }
    expect(seen).toEqual(['connected', 'reconnecting', 'connected']);
  });

  test('F27: something that no document names takes its place, and what follows is read', async () => {
    const stage = await stageFor(way);
    stage.fault({ name: 'unknown-kind', on: 'refresh' });
    await stage.pass(LOOK_MS);
    const { position } = stage.state().conversation;
    await stage.perform({ do: 'agentSays' });
    await stage.pass(5_000);
    expect(stage.state().conversation.position).toBe(position + 1);
    expect(stage.rows().at(-1)).toEqual(['⟦agent 1⟧', 'said']);
  });

  test('F16: what is delivered again is not shown again', async () => {
    const stage = await stageFor(way);
    await stage.perform({ do: 'agentBursts', count: 4 });
    stage.fault({ name: 'duplicate', on: 'refresh', times: 3 });
    await stage.pass(15_000);
    expect(stage.rows().map(([text]) => text)).toEqual(['⟦agent 1⟧', '⟦agent 2⟧', '⟦agent 3⟧', '⟦agent 4⟧']);
  });

  test('F19: a server that forgot some of it is read again: nothing disappears, nothing comes twice', async () => {
    const stage = await stageFor(way);
    for (let count = 0; count < 5; count += 1) await stage.perform({ do: 'agentSays' });
    stage.say('Mine');
    await stage.pass(5_000);
    const before = stage.rows();
    await stage.perform({ do: 'fault', fault: { name: 'rewind', on: 'refresh' } });
    await stage.perform({ do: 'agentSays' });
    await stage.pass(10_000);
    expect(stage.rows()).toEqual([...before, ['⟦agent 6⟧', 'said']]);
    expect(stage.asked('send')).toBe(1);
  });

  test('F37: answers of four to ten seconds are slow and steady', async () => {
    const stage = await stageFor(way);
    const seen = new Set<string>();
    for (const ms of [8_000, 8_000, 4_000, 9_500, 6_000, 9_900, 5_000]) {
      stage.fault({ name: 'delay', ms, on: 'refresh' });
    }
    // who is told looks seldom, until it has met with how slow the line is
    await stage.pass(way.push ? 20_000 : 0);
    for (let second = 0; second < 50; second += 1) {
      await stage.pass(1_000);
      seen.add(stage.status());
    }
    expect([...seen]).toEqual(['connected']);
    expect(
      stage.network.sightings.filter(({ besides, operation }) => operation === 'refresh' && besides > 0),
    ).toEqual([]);
  });

  test('F40: a node that does not know the chat is asked again before it is believed', async () => {
    const stage = await stageFor(way);
    stage.fault({ name: 'status', status: 404, html: true, times: 2, on: 'refresh' });
    await stage.perform({ do: 'agentSays' });
    await stage.pass(15_000);
    expect([stage.status(), stage.rows()]).toEqual(['connected', [['⟦agent 1⟧', 'said']]]);
  });
});

test.for(WAYS.filter(({ api }) => api === 'v2'))(
  'F17: what comes out of order on $name is shown in order',
  async (way) => {
    const stage = await stageFor(way);
    stage.fault({ name: 'disorder', on: 'refresh', times: 2 });
    await stage.perform({ do: 'agentBursts', count: 5 });
    await stage.pass(10_000);
    expect(stage.rows().map(([text]) => text)).toEqual([1, 2, 3, 4, 5].map((number) => `⟦agent ${number}⟧`));
  },
);
