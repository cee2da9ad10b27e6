import { expect, test } from 'vitest';
import { afterStart } from '../../../src/gms/afterStart.ts';
import { afterStartV2 } from '../../../src/gms/afterStartV2.ts';
import { createPushTransport } from '../../../src/gms/bayeux/createPushTransport.ts';
import { createChatV2Line } from '../../../src/gms/chatV2/chatV2Line.ts';
import { createPost } from '../../../src/gms/http.ts';
import type { ChatTransport, Order } from '../../../src/session/ports.ts';
import { batch } from '../../session/samples.ts';
import { settings } from '../fakeGms.ts';
import { fullOrder } from '../orders.ts';
import { createTestClock, settled } from '../testClock.ts';
import { failureOf, tell as told } from '../wireTelling.ts';
import { createFakePush } from './fakePush.ts';

const { signal } = new AbortController();
const order: Order = { ...fullOrder, chatVia: 'chat' };

const opening = {
  statusCode: 0,
  chatEnded: false,
  chatId: 'C1',
  userId: 'U1',
  secureKey: 'K1',
  alias: '204',
  nextPosition: 2,
  messages: [
    { from: { nickname: 'Mira', participantId: 1, type: 'Client' }, index: 1, type: 'ParticipantJoined' },
  ],
};

const polledChat = { api: 'v2', chatId: 'C9', userId: 'U9', secureKey: 'K9', alias: '204' } as const;

function setUp() {
  const clock = createTestClock();
  const fake = createFakePush();
  const polled: Order[] = [];
  const polling: ChatTransport = {
    async open(asked) {
      polled.push(asked);
      return batch();
    },
    attach: () => line,
  };
  const line = createChatV2Line(
    createPost(settings, clock, () => true),
    settings,
    clock,
    polledChat,
  );
  const transport = createPushTransport({
    api: 'v2',
    wire: { ...afterStart, ...afterStartV2 },
    post: createPost(settings, clock, () => true),
    settings,
    clock,
    polling,
    pushes: { v1: createFakePush().push, v2: fake.push },
    ports: {
      clock,
      random: () => 0,
      isOnline: () => true,
      whenLeaving: () => undefined,
      whenBack: () => undefined,
    },
  });
  return { ...fake, clock, transport, polled, line };
}

test('a chat is opened by what comes on the channel', async () => {
  const { transport, published, tell } = setUp();
  const opened = transport.open(order, null, signal);
  await settled();
  expect(published).toMatchObject([
    {
      operation: 'requestChat',
      firstName: 'Mira',
      lastName: 'Solberg',
      subject: 'Fees & limits',
      userData: { visitID: 'v-5f1c20', pageID: 'p-00b7', webengagement: '', segment: 'gold' },
    },
  ]);
  tell(opening);
  const { chat, events } = await opened;
  expect(chat).toEqual({
    api: 'v2',
    chatId: 'C1',
    userId: 'U1',
    secureKey: 'K1',
    alias: '204',
    via: 'bayeux',
  });
  expect(events.map(told)).toEqual(['1 me Mira joined']);
});

test('what comes in the same breath as the opening is not lost', async () => {
  const { transport, tell } = setUp();
  const opened = transport.open(order, null, signal);
  await settled();
  tell(opening);
  const from = { nickname: 'Jonas', participantId: 2, type: 'Agent' };
  tell({ ...opening, nextPosition: 3, messages: [{ from, index: 2, type: 'ParticipantJoined' }] });
  const { chat } = await opened;
  for await (const { events } of transport.attach(chat).listen(() => 1, signal)) {
    expect(events.map(told)).toEqual(['2 agent Jonas joined']);
    break;
  }
});

test('P18: what is still told of a chat that was left is not the opening of the next', async () => {
  const { transport, tell } = setUp();
  const first = transport.open(order, null, signal);
  await settled();
  tell(opening);
  transport.attach((await first).chat);
  const second = transport.open(order, null, signal);
  await settled();
  tell({ ...opening, nextPosition: 3, messages: [] });
  tell({ ...opening, chatId: 'C2' });
  expect((await second).chat).toMatchObject({ chatId: 'C2' });
});

test('P13: a chat that was opened by polling is polled to its end', async () => {
  const { transport, line, counts } = setUp();
  expect(transport.attach(polledChat)).toBe(line);
  expect(counts.connects).toBe(0);
});

test('a refusal on the channel is that of the start', async () => {
  const { transport, tell, polled } = setUp();
  const opened = failureOf(transport.open(order, null, signal));
  await settled();
  tell({ statusCode: 2, messages: [], errors: [{ code: 240 }] });
  expect(await opened).toEqual({ kind: 'refused', code: 240 });
  expect(polled).toEqual([]);
});

test('a server that takes no chats that way is asked over REST, once', async () => {
  const { transport, refuse, polled } = setUp();
  refuse({ kind: 'refused' });
  await transport.open(order, null, signal);
  expect(polled).toEqual([order]);
});

test.each([{ kind: 'network' }, { kind: 'server' }] as const)(
  'a start that ends with %j may have arrived, and is not made again',
  async (failure) => {
    const { transport, refuse, polled } = setUp();
    refuse(failure);
    expect(await failureOf(transport.open(order, null, signal))).toEqual(failure);
    expect(polled).toEqual([]);
  },
);

test('a start that is never answered may have arrived, and is not made again', async () => {
  const { transport, polled, clock } = setUp();
  const opened = failureOf(transport.open(order, null, signal));
  await settled();
  await clock.advance(settings.requestTimeout);
  expect(await opened).toEqual({ kind: 'timeout' });
  expect(polled).toEqual([]);
});
