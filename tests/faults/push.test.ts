import { afterEach, describe, expect, test } from 'vitest';
import type { BayeuxTrouble } from '../model/network.ts';
import type { Stage, Way } from './stage.ts';
import { arrived, leaveStage, PUSHED, stageFor } from './stage.ts';

afterEach(leaveStage);

/** Requests between Bayeux and its client, in a span of time. */
function meta({ network }: Stage, from: number): number {
  return network.sightings.slice(from).filter(({ url }) => url.endsWith('/cometd')).length;
}

/** How the visitor's words reached the server since then. */
function waysOfWords({ gms }: Stage, from: number): readonly string[] {
  return gms
    .requests()
    .slice(from)
    .flatMap(({ operation, headers }) => (operation === 'send' ? [headers['via'] ?? 'rest'] : []));
}

const TROUBLES: readonly (readonly [string, BayeuxTrouble])[] = [
  ['a handshake that hangs, or a socket that opens and stays silent', 'silent'],
  ['nobody there', 'gone'],
  ['a proxy that knows no such address', { status: 404 }],
  ['a login page', { status: 200, body: '<!doctype html><title>Sign in</title>' }],
  ['null', { status: 200, body: 'null' }],
  ['a list of anything', { status: 200, body: '[null, 1, "x", {}, {"channel": 7}]' }],
];

describe.for(PUSHED)('a chat on $name', (way) => {
  test.for(TROUBLES)('P01 P02: begins by polling after %s, once', async ([, trouble]) => {
    const stage = await stageFor(way, { bayeux: trouble });
    await stage.pass(45_000);
    stage.say('Hello');
    await stage.pass(5_000);
    expect([stage.status(), stage.rows()]).toEqual(['connected', [['Hello', 'sent']]]);
    expect(stage.gms.chats()).toHaveLength(1);
    expect(waysOfWords(stage, 0)).toEqual(['rest']);
  });

  test.for(TROUBLES)(
    'P03 P04: goes on through %s, within the time that a server waits, and comes back',
    async ([, trouble]) => {
      const stage = await stageFor(way);
      stage.say('Before');
      await stage.pass(3_000);
      stage.network.setBayeux(trouble);
      const asked = stage.gms.requests().length;
      let longest = 0;
      let heard = stage.now();
      for (let second = 0; second < 90; second += 1) {
        await stage.pass(1_000);
        if (second === 50) stage.say('Meanwhile');
        if (second === 55) await stage.perform({ do: 'agentSays' });
        const latest = stage.gms.requests().slice(asked).at(-1)?.at ?? heard;
        longest = Math.max(longest, latest - heard);
        heard = latest;
      }
      expect(longest, 'ms of silence').toBeLessThan(25_000);
      expect([stage.status(), stage.rows().slice(1)]).toEqual([
        'connected',
        [
          ['Meanwhile', 'sent'],
          ['⟦agent 1⟧', 'said'],
        ],
      ]);

      stage.network.setBayeux('none');
      await stage.pass(65_000);
      expect(stage.bayeux.clients()).toBe(1);
      const back = stage.gms.requests().length;
      await stage.perform({ do: 'agentSays' });
      stage.say('After');
      await stage.pass(5_000);
      expect(stage.rows().slice(3)).toEqual([
        ['⟦agent 2⟧', 'said'],
        ['After', 'sent'],
      ]);
      expect(arrived(stage)).toEqual(['Before', 'Meanwhile', 'After']);
      if (way.api === 'v2') expect(waysOfWords(stage, back)).toEqual(['bayeux']);
    },
  );

  test('F79 P03: shakes hands three times in an outage of Bayeux, and then twice a minute', async () => {
    const stage = await stageFor(way);
    stage.network.setBayeux('gone');
    await stage.pass(60_000);
    const before = stage.network.sightings.length;
    await stage.pass(120_000);
    expect(meta(stage, before)).toBeLessThanOrEqual(5);
  });

  test('F79: asks a server that is gone altogether twelve times a minute at most, whatever is pressed', async () => {
    const stage = await stageFor(way);
    stage.network.setDown(true);
    await stage.pass(30_000);
    const before = stage.network.sightings.length;
    for (let second = 0; second < 60; second += 1) {
      await stage.pass(1_000);
      stage.session().dispatch({ type: 'retryRequested' });
      stage.session().dispatch({ type: 'draftChanged', text: 'x'.repeat(second) });
      if (second % 10 === 0) stage.say(`number ${second}`);
    }
    const [asked, shaken] = [stage.asked('refresh'), meta(stage, before)];
    expect(stage.network.sightings.length - before - shaken, 'by requests').toBeLessThanOrEqual(12);
    expect(shaken, 'by Bayeux').toBeLessThanOrEqual(12);
    expect(asked).toBeGreaterThan(0);
    expect(arrived(stage)).toEqual([]);
  });

  test('F46 F47 P08: comes back to Bayeux not before the time that it was told, and is polled meanwhile', async () => {
    const stage = await stageFor(way);
    stage.network.setBayeux({ status: 503, headers: { 'Retry-After': '40' } });
    stage.gms.restart(true);
    await stage.pass(8_000);
    expect(stage.status()).toBe('connected');
    stage.network.setBayeux('gone');
    const before = stage.network.sightings.length;
    await stage.pass(27_000);
    expect(meta(stage, before)).toBe(0);
    stage.network.setBayeux('none');
    await stage.pass(45_000);
    expect([stage.status(), stage.bayeux.clients()]).toEqual(['connected', 1]);
  });

  test('P17: leaves nothing open when the visitor ends it', async () => {
    const stage = await stageFor(way);
    stage.session().dispatch({ type: 'endRequested' });
    await stage.pass(10_000);
    expect(stage.gms.chats()[0]?.ended).toBe('visitor');
    expect([stage.page().timers(), stage.bayeux.clients()]).toEqual([0, 0]);
  });

  test('F86: is asked seldom while nobody sees it, and what is pushed is there at once', async () => {
    const stage = await stageFor(way);
    await stage.perform({ do: 'hide', ms: 600_000 });
    const before = stage.network.sightings.length;
    await stage.pass(120_000);
    expect(stage.network.sightings.length - before).toBeLessThanOrEqual(2 * 16);
    await stage.perform({ do: 'agentSays' });
    await stage.pass(1_000);
    expect([stage.status(), stage.rows()]).toEqual(['connected', [['⟦agent 1⟧', 'said']]]);
  });

  test('F84 F90: goes on after a network that was lost and after a reload, complete', async () => {
    const stage = await stageFor(way);
    stage.say('Before');
    await stage.pass(3_000);
    await stage.perform({ do: 'offline', ms: 20_000 });
    await stage.perform({ do: 'agentSays' });
    await stage.pass(25_000);
    await stage.perform({ do: 'reload' });
    await stage.perform({ do: 'agentSays' });
    await stage.pass(8_000);
    stage.say('After');
    await stage.pass(3_000);
    expect(stage.rows()).toEqual([
      ['Before', 'sent'],
      ['⟦agent 1⟧', 'said'],
      ['⟦agent 2⟧', 'said'],
      ['After', 'sent'],
    ]);
    expect(stage.bayeux.clients()).toBe(1);
  });
});

const strange: readonly Way[] = PUSHED.filter(({ api }) => api === 'v2');

describe.for(strange)('where REST does not know the ids of Bayeux, a chat on $name', (way) => {
  test('P13: is not called over, waits honestly, and goes on when Bayeux is back', async () => {
    const stage = await stageFor(way, { quirks: ['own-ids'] });
    stage.say('Before');
    await stage.pass(3_000);
    // the record knows where the chat was opened
    await stage.perform({ do: 'reload' });
    await stage.pass(3_000);
    stage.network.setBayeux('gone');
    await stage.pass(30_000);
    expect([stage.state().phase, stage.status()]).toEqual(['chat', 'reconnecting']);
    stage.say('Meanwhile');
    stage.network.setBayeux('none');
    await stage.pass(20_000);
    expect([stage.status(), stage.rows()]).toEqual([
      'connected',
      [
        ['Before', 'sent'],
        ['Meanwhile', 'sent'],
      ],
    ]);
  });

  test('P13: that began by polling stays there', async () => {
    const stage = await stageFor(way, { quirks: ['own-ids'], bayeux: 'gone' });
    await stage.pass(20_000);
    stage.network.setBayeux('none');
    await stage.pass(60_000);
    stage.say('Hello');
    await stage.pass(3_000);
    expect([stage.status(), stage.rows()]).toEqual(['connected', [['Hello', 'sent']]]);
  });
});
