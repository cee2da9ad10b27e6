import { afterEach, describe, expect, test } from 'vitest';
import type { Stage } from './stage.ts';
import { arrived, leaveStage, stageFor, WAYS } from './stage.ts';

afterEach(leaveStage);

/** What has reached the server from there on: how a connection is made is none of it. */
function chatOperations({ gms }: Stage, from: number): readonly string[] {
  return gms
    .requests()
    .slice(from)
    .map(({ operation }) => operation);
}

describe.for(WAYS)('a chat on $name', (way) => {
  test('F71: goes on when the last agent leaves, and says that nobody is there', async () => {
    const stage = await stageFor(way);
    await stage.perform({ do: 'agentLeaves' });
    await stage.pass(60_000);
    expect([stage.state().phase, stage.status()]).toEqual(['chat', 'finding']);
    stage.say('Anybody?');
    await stage.pass(3_000);
    expect(stage.rows()).toEqual([['Anybody?', 'sent']]);
  });

  test('F74: after a minute of sleep the first answer decides, and all that was said can still be read', async () => {
    const stage = await stageFor(way);
    stage.say('Hello');
    await stage.pass(5_000);
    // a server that holds a connection takes longer to notice
    const ms = way.push ? 120_000 : 60_000;
    await stage.perform({ do: 'sleep', ms, isTimeCounted: true });
    const asked = stage.gms.requests().length;
    await stage.pass(ms + 30_000);
    expect([stage.state().phase, stage.rows()]).toEqual(['ended', [['Hello', 'sent']]]);
    expect(chatOperations(stage, asked)).toEqual(['refresh']);
  });

  test('F88: after two hours of sleep it is over with one question', async () => {
    const stage = await stageFor(way);
    await stage.perform({ do: 'sleep', ms: 7_200_000, isTimeCounted: true });
    const asked = stage.gms.requests().length;
    await stage.pass(7_300_000);
    expect(stage.state().phase).toBe('ended');
    expect(chatOperations(stage, asked)).toEqual(['refresh']);
  });

  test('F77: is found again within ten seconds of the return of its server, with every word', async () => {
    const stage = await stageFor(way);
    await stage.perform({ do: 'down', ms: 20_000 });
    await stage.pass(5_000);
    stage.gms.restart(true);
    await stage.pass(500);
    stage.say('Written meanwhile');
    await stage.perform({ do: 'agentSays' });
    await stage.pass(14_500);
    expect(stage.status()).not.toBe('connected');
    await stage.pass(10_000);
    expect(stage.status()).toBe('connected');
    await stage.pass(3_000);
    expect(stage.rows()).toEqual([
      ['⟦agent 1⟧', 'said'],
      ['Written meanwhile', 'sent'],
    ]);
    expect(arrived(stage)).toEqual(['Written meanwhile']);
  });

  test('F78: is over when its server comes back without it, and what was written is kept', async () => {
    const stage = await stageFor(way);
    stage.session().dispatch({ type: 'draftChanged', text: 'half a sen' });
    stage.gms.restart(false);
    await stage.pass(10_000);
    expect([stage.state().phase, stage.state().draft.text]).toEqual(['ended', 'half a sen']);
    const asked = stage.network.sightings.length;
    await stage.pass(60_000);
    expect(stage.network.sightings).toHaveLength(asked);
  });

  test('F79: asks a server in trouble twelve times a minute at most', async () => {
    const stage = await stageFor(way);
    stage.fault({ name: 'status', status: 503, on: 'refresh', times: 100 });
    await stage.pass(3_000);
    const before = stage.asked('refresh');
    for (let second = 0; second < 60; second += 1) {
      await stage.pass(1_000);
      // whoever presses again and again is told when the next attempt is
      stage.session().dispatch({ type: 'retryRequested' });
    }
    expect(stage.asked('refresh') - before).toBeLessThanOrEqual(12);
    stage.gms.calm();
    await stage.pass(35_000);
    expect(stage.asked('refresh') - before).toBeGreaterThan(5);
  });

  test('asks 24 times a minute at most while nothing happens, and looks ten times more after something did', async () => {
    const stage = await stageFor(way);
    /** the most requests of any minute from then on */
    const busiest = (from: number) => {
      const times = stage.network.sightings.map(({ at }) => at).filter((at) => at >= from);
      return Math.max(...times.map((at) => times.filter((one) => one >= at && one < at + 60_000).length));
    };
    await stage.pass(60_000);
    for (const happens of ['agentSays', 'agentJoins'] as const) {
      const from = stage.now();
      await stage.perform({ do: happens });
      await stage.pass(180_000);
      expect(busiest(from)).toBeLessThanOrEqual(30);
      // the pace from half a second to three takes less than that
      expect(busiest(from + 15_000)).toBeLessThanOrEqual(24);
    }
  });

  test('F80: ended while offline is ended at once, and nothing is asked afterwards', async () => {
    const stage = await stageFor(way);
    await stage.perform({ do: 'offline', ms: 10_000 });
    stage.session().dispatch({ type: 'endRequested' });
    expect(stage.state()).toMatchObject({ phase: 'ended', reason: 'visitor' });
    const asked = stage.asked('refresh');
    await stage.pass(60_000);
    expect(stage.asked('refresh')).toBe(asked);
    expect(stage.page().timers()).toBe(0);
  });

  test('F81: ended although the server fails to hear it: silence does the rest', async () => {
    const stage = await stageFor(way);
    stage.fault({ name: 'status', status: 500, on: 'disconnect', times: 5 });
    stage.session().dispatch({ type: 'endRequested' });
    await stage.pass(60_000);
    expect(stage.state()).toMatchObject({ phase: 'ended', reason: 'visitor' });
    expect(stage.asked('disconnect')).toBeLessThanOrEqual(2);
    expect(stage.gms.chats()[0]?.ended).toBe('silence');
  });

  test('F82 F83 P17: the last words that come with the end are shown, and nothing is asked after it', async () => {
    const stage = await stageFor(way);
    await stage.perform({ do: 'agentSays' });
    await stage.perform({ do: 'agentEnds' });
    await stage.pass(5_000);
    expect([stage.state().phase, stage.rows()]).toEqual(['ended', [['⟦agent 1⟧', 'said']]]);
    const asked = stage.network.sightings.length;
    await stage.pass(60_000);
    expect(stage.network.sightings).toHaveLength(asked);
    expect([stage.page().timers(), stage.bayeux.clients()], 'nothing is left open').toEqual([0, 0]);
  });

  test('F84: forty seconds without a network end with the whole transcript five seconds later', async () => {
    const stage = await stageFor(way);
    await stage.perform({ do: 'offline', ms: 40_000 });
    expect(stage.status()).toBe('offline');
    for (let count = 0; count < 5; count += 1) {
      await stage.perform({ do: 'agentSays' });
      await stage.pass(7_000);
    }
    stage.say('Written offline');
    await stage.pass(10_000);
    expect(stage.rows().map(([, state]) => state)).toEqual(['said', 'said', 'said', 'said', 'said', 'sent']);
    expect(stage.status()).toBe('connected');
  });

  test('F90: is the same after a reload, read again from its start', async () => {
    const stage = await stageFor(way);
    stage.say('Hello');
    await stage.perform({ do: 'agentSays' });
    await stage.pass(5_000);
    const before = stage.rows();
    await stage.perform({ do: 'reload' });
    expect(stage.rows()).toEqual([]);
    await stage.pass(1_000);
    expect(stage.rows()).toEqual(before);
    expect(stage.asked('create')).toBe(1);
  });
});

const V2 = WAYS.filter(({ api }) => api === 'v2');

test.for(V2)(
  'F73: on $name it is over when the server closes it because nobody wrote, and says so',
  async (way) => {
    const stage = await stageFor(way, { script: 'idle' });
    await stage.pass(40_000);
    expect(stage.state()).toMatchObject({ phase: 'ended', reason: 'idle' });
    const asked = stage.network.sightings.length;
    await stage.pass(60_000);
    expect(stage.network.sightings).toHaveLength(asked);
  },
);

test.for(V2)('F75: on $name the next request goes to the server that answered last', async (way) => {
  const stage = await stageFor(way);
  stage.fault({ name: 'alias-change', on: 'refresh', times: way.push ? 1 : 3 });
  await stage.pass(15_000);
  stage.say('Hello');
  await stage.pass(3_000);
  const state = stage.state();
  const alias = state.phase === 'chat' && state.chat.api === 'v2' ? state.chat.alias : '';
  expect(stage.gms.requests().findLast(({ operation }) => operation === 'send')?.fields).toContainEqual([
    'alias',
    alias,
  ]);
  expect(stage.rows()).toEqual([['Hello', 'sent']]);
});

test.for(V2)(
  'F76: on $name a key that the server does not accept ends the chat, and what was written is kept',
  async (way) => {
    const stage = await stageFor(way);
    stage.session().dispatch({ type: 'draftChanged', text: 'half a sen' });
    const key = stage.memory.key(0) ?? '';
    const record = stage.memory.getItem(key) ?? '';
    stage.memory.setItem(key, record.replace(/"secureKey":"\w+"/, '"secureKey":"another"'));
    await stage.perform({ do: 'reload' });
    await stage.pass(10_000);
    expect([stage.state().phase, stage.state().draft.text]).toEqual(['ended', 'half a sen']);
  },
);
