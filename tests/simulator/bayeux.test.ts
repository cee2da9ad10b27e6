import { describe, expect, test } from 'vitest';
import type { BayeuxPeer } from '../../src/simulator/bayeux/bayeuxPeer.ts';
import { gmsForTest, openV2, post } from './wire.ts';

const CHANNEL = '/service/chatV2/web-support';
const USER = { gms_user: 'mira-4711' };

type Told = Readonly<{ channel: string; data: Record<string, unknown> & { message?: unknown } }>;

function setUp(options: Parameters<typeof gmsForTest>[0] = {}) {
  const { gms, clock } = gmsForTest({ script: 'echo', ...options });
  const join = (gmsUser = '') => {
    const told: Told[] = [];
    const log: string[] = [];
    const peer: BayeuxPeer = {
      gmsUser,
      deliver: (channel, data) => told.push({ channel, data: { ...(data as object) } }), // whatever it is, a test looks into it
      drop: () => log.push('dropped'),
    };
    gms.bayeux.join(peer);
    const publish = (data: object) => gms.bayeux.publish(peer, CHANNEL, data);
    return { peer, told, log, publish };
  };
  const pass = (ms: number) => {
    clock.advance(ms);
    gms.bayeux.tick();
  };
  return { gms, join, pass };
}

const typesOf = ({ data }: Told) => (data['messages'] as { type: string }[]).map(({ type }) => type);

describe('Chat API v2', () => {
  test('opens a chat and tells its one visitor what happens in it', async () => {
    const { join, pass } = setUp({ script: 'quiet' });
    const { publish, told } = join();
    const other = join();
    expect(await publish({ operation: 'requestChat', nickname: 'Mira', userData: { visitID: 'v-1' } })).toBe(
      'done',
    );
    expect(told).toMatchObject([{ channel: CHANNEL, data: { statusCode: 0, chatEnded: false } }]);
    pass(1_000);
    expect(told.slice(1).map(typesOf)).toEqual([['ParticipantJoined']]);
    pass(1_000);
    expect(told).toHaveLength(2);
    expect(other.told).toEqual([]);
  });

  test('keeps the visitor alive while the client is there', async () => {
    const { gms, join, pass } = setUp();
    const { publish, peer } = join();
    await publish({ operation: 'requestChat', nickname: 'Mira' });
    for (let second = 0; second < 120; second += 10) pass(10_000);
    expect(gms.chats()[0]?.ended).toBeNull();
    gms.bayeux.leave(peer, null);
    pass(46_000);
    expect(gms.chats()[0]?.ended).toBe('silence');
  });

  test('tells the outcome of a message as an event, and refuses as one', async () => {
    const { join } = setUp();
    const { publish, told } = join();
    await publish({ operation: 'requestChat', nickname: 'Mira' });
    const { secureKey } = told[0]?.data ?? {};
    await publish({ operation: 'sendMessage', secureKey, message: 'Hello' });
    expect(told.slice(1).map(typesOf)).toEqual([['Message', 'Message']]);
    await publish({ operation: 'sendMessage', secureKey, message: 'x'.repeat(4_001) });
    expect(told.at(-1)?.data).toMatchObject({ statusCode: 2, errors: [{ code: 204 }] });
  });

  test.each([
    [undefined, [1, 2]],
    [0, [1, 2]],
    [2, [2]],
    [9, []],
  ])(
    'tells everything from transcriptPosition %s on to whoever asks with the key',
    async (position, indexes) => {
      const { gms, join } = setUp();
      const { secureKey } = await openV2(gms);
      const told: Told[] = [];
      const peer: BayeuxPeer = {
        ...join().peer,
        deliver: (channel, data) => told.push({ channel, data: { ...(data as object) } }),
      };
      gms.bayeux.join(peer);
      const ask = { operation: 'requestNotifications', secureKey, transcriptPosition: position };
      expect(await gms.bayeux.publish(peer, '/service/chatV2/samples_new', ask)).toBe('done');
      const [{ data }] = told as [Told];
      expect((data['messages'] as { index: number }[]).map(({ index }) => index)).toEqual(indexes);
    },
  );

  test('knows faults by the same names as over REST', async () => {
    const { gms, join } = setUp();
    const { publish } = join();
    gms.inject({ name: 'lost-after', on: 'create' });
    expect(await publish({ operation: 'requestChat', nickname: 'Mira' })).toBe('lost');
    gms.inject({ name: 'html200', on: 'create' });
    expect(await publish({ operation: 'requestChat', nickname: 'Mira' })).toBe('failed');
    expect(gms.requests().map(({ operation, headers }) => [operation, headers['via']])).toEqual([
      ['create', 'bayeux'],
      ['create', 'bayeux'],
    ]);
  });

  test.each([{ operation: 'dance' }, {}, null, 'requestChat'])('refuses %j', async (data) => {
    const { gms, join } = setUp();
    expect(await gms.bayeux.publish(join().peer, CHANNEL, data)).toBe('failed');
  });
});

describe('/_genesys', () => {
  async function openV1(gms: ReturnType<typeof setUp>['gms'], fields: Record<string, string>) {
    const start = await post(gms, '/1/service/request-chat', {}, USER);
    const path = `/1/service/${start.json._id}/ixn/chat`;
    await post(gms, path, { userDisplayName: 'Mira', ...fields }, USER);
    return path;
  }

  test('carries the rows of a chat that was created with notify_by=comet to its user', async () => {
    const { gms, join } = setUp();
    const { told } = join('mira-4711');
    const stranger = join('somebody');
    const path = await openV1(gms, { notify_by: 'comet' });
    await post(gms, `${path}/send`, { message: 'Hello' }, USER);
    gms.bayeux.tick();
    expect(told).toMatchObject([
      {
        channel: '/_genesys',
        data: {
          tag: expect.stringMatching(/^service\.chat\.refresh\./),
          message: {
            chatIxnState: 'TRANSCRIPT',
            transcriptPosition: '4',
            transcriptToShow: [[], []].map(() => expect.any(Array)),
          },
        },
      },
    ]);
    expect(stranger.told).toEqual([]);
  });

  test('carries nothing of a chat that is polled', async () => {
    const { gms, join } = setUp();
    const { told } = join('mira-4711');
    const path = await openV1(gms, {});
    await post(gms, `${path}/send`, { message: 'Hello' }, USER);
    gms.bayeux.tick();
    expect(told).toEqual([]);
  });

  test('delivers what was missed when the user comes back', async () => {
    const { gms, join } = setUp();
    const { peer } = join('mira-4711');
    const path = await openV1(gms, { notify_by: 'comet' });
    gms.bayeux.leave(peer, '2');
    expect(gms.chats()[0]?.awayAt).toBe('2');
    await post(gms, `${path}/send`, { message: 'Hello' }, USER);
    gms.bayeux.tick();
    const { told } = join('mira-4711');
    gms.bayeux.tick();
    expect(told).toHaveLength(1);
  });

  const order = (media: string, direction: string, waits: string) => ({
    _media_type: media,
    _call_direction: direction,
    _wait_for_agent: waits,
    _customer_number: '5550100',
  });

  test.each([
    [order('chat', 'USERORIGINATED', 'true'), 'connect'],
    [order('voice', 'USERORIGINATED', 'true'), 'connect'],
    [order('voice', 'USERTERMINATED', 'true'), 'menu'],
    [order('chat', 'USERORIGINATED', 'false'), null],
  ])('says three seconds after %j: %s', async (fields, action) => {
    const { gms, join, pass } = setUp();
    const { told } = join('mira-4711');
    const start = await post(gms, '/1/service/callback/samples_new', fields, USER);
    pass(2_900);
    expect(told).toEqual([]);
    pass(200);
    pass(10_000);
    const expected = action === null ? [] : [{ _id: start.json._id, _action: action }];
    expect(told.map(({ data }) => data['message'])).toEqual(expected);
  });

  test('says it as JSON text where the server does so, and never to an order without a user', async () => {
    const { gms, join, pass } = setUp({ quirks: ['text-notice'] });
    const { told } = join('mira-4711');
    const nobody = join();
    const fields = order('chat', 'USERORIGINATED', 'true');
    const start = await post(gms, '/1/service/callback/samples_new', fields, USER);
    await post(gms, '/1/service/callback/samples_new', fields);
    pass(5_000);
    expect(told.map(({ data }) => data['message'])).toEqual([
      JSON.stringify({ _id: start.json._id, _action: 'connect' }),
    ]);
    expect(nobody.told).toEqual([]);
  });
});

test('a restart drops everybody, and the next one knows nobody', async () => {
  const { gms, join } = setUp();
  const { log, publish } = join();
  gms.restart(true);
  expect(log).toEqual(['dropped']);
  expect(await publish({ operation: 'requestChat', nickname: 'Mira' })).toBe('failed');
});
