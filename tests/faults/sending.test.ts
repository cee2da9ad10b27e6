import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import { arrived, leaveStage, stageFor, WAYS } from './stage.ts';

afterEach(leaveStage);

/** The server has the message, and the client is not told. */
const TAKEN: readonly (readonly [string, Fault])[] = [
  ['F41: no answer in time', { name: 'delay', ms: 60_000, on: 'send' }],
  ['F41: the answer is lost', { name: 'lost-after', on: 'send' }],
  ['F44: a reset in the answer', { name: 'rst', at: 20, on: 'send' }],
  ['F44: the answer breaks off', { name: 'cut', at: 20, on: 'send' }],
  ['F45: 500', { name: 'status', status: 500, processed: true, on: 'send' }],
  ['F45: 502', { name: 'status', status: 502, processed: true, on: 'send' }],
  ['F45: 504', { name: 'status', status: 504, processed: true, on: 'send' }],
  ['F51: 408', { name: 'status', status: 408, processed: true, on: 'send' }],
  ['F52: an error that may pass', { name: 'statusCode1', processed: true, on: 'send' }],
];

/** The server never saw the message, and the client cannot know. */
const NOT_TAKEN: readonly (readonly [string, Fault])[] = [
  ['F42: the connection breaks', { name: 'lost-before', on: 'send' }],
  ['F45: 502', { name: 'status', status: 502, on: 'send' }],
  ['F51: 408', { name: 'status', status: 408, on: 'send' }],
  ['F52: an error that may pass', { name: 'statusCode1', on: 'send' }],
];

describe.for(WAYS)('a message on $name', (way) => {
  test.for(TAKEN)('%s, and the server has it: sent within eight seconds, once', async ([, fault]) => {
    const stage = await stageFor(way);
    stage.fault(fault);
    stage.say('Hello');
    await stage.pass(8_000);
    expect(stage.rows()).toEqual([['Hello', 'sent']]);
    await stage.pass(60_000);
    expect([stage.rows(), arrived(stage), stage.asked('send')]).toEqual([[['Hello', 'sent']], ['Hello'], 1]);
  });

  test.for(NOT_TAKEN)(
    '%s, and the server has nothing: not sent, until the visitor says so',
    async ([, fault]) => {
      const stage = await stageFor(way);
      stage.fault(fault);
      stage.say('Hello');
      await stage.pass(9_000);
      expect(stage.rows()).toEqual([['Hello', 'checking']]);
      await stage.pass(16_000);
      expect(stage.rows()).toEqual([['Hello', 'undelivered']]);
      await stage.pass(60_000);
      expect([arrived(stage), stage.asked('send')]).toEqual([[], 1]);

      stage.session().dispatch({ type: 'resendRequested', key: 'own-1' });
      await stage.pass(5_000);
      expect([stage.rows(), arrived(stage), stage.asked('send')]).toEqual([
        [['Hello', 'sent']],
        ['Hello'],
        2,
      ]);
    },
  );

  test('F54: written offline, it waits, and goes in the order of typing', async () => {
    const stage = await stageFor(way);
    await stage.perform({ do: 'offline', ms: 20_000 });
    for (const text of ['One', 'Two', 'Three']) stage.say(text);
    await stage.pass(19_000);
    expect(stage.rows().map(([, state]) => state)).toEqual(['queued', 'queued', 'queued']);
    expect(stage.asked('send')).toBe(0);
    await stage.pass(8_000);
    expect(stage.rows()).toEqual(['One', 'Two', 'Three'].map((text) => [text, 'sent']));
    expect(arrived(stage)).toEqual(['One', 'Two', 'Three']);
  });

  test('F43: stored late, it becomes sent after all', async () => {
    const stage = await stageFor(way);
    stage.fault({ name: 'delay-before', ms: 30_000, on: 'send' });
    stage.say('Hello');
    await stage.pass(28_000);
    expect(stage.rows()).toEqual([['Hello', 'undelivered']]);
    await stage.pass(6_000);
    expect([stage.rows(), stage.asked('send')]).toEqual([[['Hello', 'sent']], 1]);
  });

  test('F43: stored late and sent again, it is one row that has arrived twice', async () => {
    const stage = await stageFor(way);
    stage.fault({ name: 'delay-before', ms: 30_000, on: 'send' });
    stage.say('Hello');
    await stage.pass(25_000);
    stage.session().dispatch({ type: 'resendRequested', key: 'own-1' });
    await stage.pass(15_000);
    expect([stage.rows(), arrived(stage)]).toEqual([[['Hello', 'sent']], ['Hello', 'Hello']]);
    expect(stage.state().conversation.entries.at(-1)).toMatchObject({ copies: [expect.any(Number)] });
  });

  test('F53: the chat ends just then: the last answer is read, and the message is not called sent', async () => {
    const stage = await stageFor(way);
    stage.fault({ name: 'end', on: 'send' });
    stage.say('Hello');
    await stage.pass(10_000);
    expect(stage.state().phase).toBe('ended');
    expect(stage.rows().map(([, state]) => state)).not.toContain('sent');
    expect(arrived(stage)).toEqual([]);
  });

  test('F55: of twenty quick messages the third fails: the first two are sent, the rest waits its turn', async () => {
    const stage = await stageFor(way);
    const texts = Array.from({ length: 20 }, (_, place) => `number ${place + 1}`);
    stage.say(texts[0] ?? '');
    stage.say(texts[1] ?? '');
    await stage.pass(3_000);
    stage.fault({ name: 'lost-before', on: 'send' });
    for (const text of texts.slice(2)) stage.say(text);
    await stage.pass(25_000);
    expect(stage.rows().map(([, state]) => state)).toEqual([
      'sent',
      'sent',
      'undelivered',
      ...Array.from({ length: 17 }, () => 'queued'),
    ]);
    stage.session().dispatch({ type: 'resendRequested', key: 'own-3' });
    await stage.pass(30_000);
    expect(arrived(stage)).toEqual(texts);
  });

  test.for(['lost-before', 'lost-after'] as const)(
    'F64 F65: the page is gone while it is sent (%s): looked for afterwards, never sent blindly',
    async (name) => {
      const stage = await stageFor(way);
      stage.fault({ name, on: 'send' });
      stage.say('Hello');
      // a page that is left gives its connection up: what has not arrived by then never does
      const isGivenUp = way.push === 'long-polling';
      await stage.pass(isGivenUp ? 40 : 10);
      stage.session().dispatch({ type: 'draftChanged', text: 'half a sen' });
      await stage.perform({ do: 'reload' });
      expect(stage.state().draft.text).toBe('half a sen');
      // what has arrived was pushed by then
      if (!isGivenUp || name === 'lost-before') expect(stage.rows()).toEqual([['Hello', 'checking']]);
      await stage.pass(25_000);
      expect(stage.rows()).toEqual([['Hello', name === 'lost-after' ? 'sent' : 'undelivered']]);
      expect([stage.asked('send'), stage.asked('create')]).toEqual([1, 1]);
    },
  );
});

/** Where a message is a request of its own, whose answer says more than yes or no. */
describe.for(WAYS.filter(({ api, push }) => api === 'v1' || push === undefined))(
  'a message by a request on $name',
  (way) => {
    test('F46 F47: refused for now, it goes again by itself and not before the time', async () => {
      const stage = await stageFor(way);
      stage.fault({ name: 'status', status: 429, retryAfter: 7, on: 'send' });
      stage.say('Hello');
      await stage.pass(6_900);
      expect([stage.rows(), stage.asked('send')]).toEqual([[['Hello', 'queued']], 1]);
      await stage.pass(5_000);
      expect([stage.rows(), stage.asked('send')]).toEqual([[['Hello', 'sent']], 2]);
      expect(stage.pauses('send')[0]).toBeGreaterThanOrEqual(7_000);

      stage.fault({
        name: 'status',
        status: 503,
        retryAfter: new Date(stage.now() + 9_000).toUTCString(),
        on: 'send',
      });
      stage.say('Again');
      await stage.pass(15_000);
      expect(stage.pauses('send').at(-1)).toBeGreaterThanOrEqual(8_000);
      expect(arrived(stage)).toEqual(['Hello', 'Again']);
    });

    test.for([400, 413, 422] as const)(
      'F48: a definite no (%d) is said at once, and the text is kept',
      async (status) => {
        const stage = await stageFor(way);
        stage.fault({ name: 'status', status, on: 'send' });
        stage.say('Hello');
        await stage.pass(1_000);
        expect(stage.rows()).toEqual([['Hello', 'rejected']]);
        stage.session().dispatch({ type: 'editRequested', key: 'own-1' });
        expect(stage.state().draft.text).toBe('Hello');
      },
    );

    test('F49: no longer allowed, the message is refused, the chat asked and then believed over', async () => {
      const stage = await stageFor(way);
      stage.fault({ name: 'status', status: 403, on: 'any', times: 20 });
      stage.say('Hello');
      await stage.pass(15_000);
      expect([stage.state().phase, stage.rows()]).toEqual(['ended', [['Hello', 'rejected']]]);
      const asked = stage.asked('refresh');
      await stage.pass(60_000);
      expect([stage.asked('refresh'), stage.asked('send')]).toEqual([asked, 1]);
    });
  },
);

describe.for(WAYS.filter(({ api, push }) => api === 'v2' && push !== undefined))(
  'a message that is published on $name',
  (way) => {
    test('F48: a definite no is said at once, and the text is kept', async () => {
      const stage = await stageFor(way);
      stage.fault({ name: 'statusCode2', on: 'send' });
      stage.say('Hello');
      await stage.pass(1_000);
      expect(stage.rows()).toEqual([['Hello', 'rejected']]);
      stage.session().dispatch({ type: 'editRequested', key: 'own-1' });
      expect(stage.state().draft.text).toBe('Hello');
    });

    test.for([413, 429, 503] as const)(
      'F46 F47 F48: behind Bayeux nobody can say %d: its fate is unknown, and it is never sent blindly',
      async (status) => {
        const stage = await stageFor(way);
        stage.fault({ name: 'status', status, retryAfter: 7, on: 'send' });
        stage.say('Hello');
        await stage.pass(8_000);
        expect(stage.rows()).toEqual([['Hello', 'checking']]);
        await stage.pass(60_000);
        expect([stage.rows(), arrived(stage), stage.asked('send')]).toEqual([
          [['Hello', 'undelivered']],
          [],
          1,
        ]);
      },
    );

    test('F49: no longer allowed, the chat is asked, and then believed over', async () => {
      const stage = await stageFor(way);
      stage.fault({ name: 'statusCode2', on: 'any', times: 20 });
      stage.say('Hello');
      await stage.pass(15_000);
      expect([stage.state().phase, stage.rows()]).toEqual(['ended', [['Hello', 'rejected']]]);
      const asked = stage.asked('refresh');
      await stage.pass(60_000);
      expect([stage.asked('refresh'), stage.asked('send')]).toEqual([asked, 1]);
    });
  },
);
