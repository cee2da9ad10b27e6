import { describe, expect, test } from 'vitest';
import { createAttachData } from '../../src/gms/attachData.ts';
import { createTransport } from '../../src/gms/createTransport.ts';
import { ChatError } from '../../src/session/failure.ts';
import type { ChatRef } from '../../src/session/ports.ts';
import { ID3 } from '../fixtures/wireVectors/wireNames.ts';
import { settings } from './fakeGms.ts';
import { chatV1, chatV2, plainOrder } from './orders.ts';
import { callOrder, NOW, startSimulatedGms } from './simulatedGms.ts';
import { createTestClock } from './testClock.ts';

const gms = startSimulatedGms();
const own = { ...settings, base: 'https://gms.example.test/genesys' };
const isOnline = () => true;
const { signal } = new AbortController();

const attach = createAttachData(own, createTestClock(NOW), isOnline);

function open(api: 'v1' | 'v2') {
  const transport = createTransport(api, own, createTestClock(NOW), isOnline);
  return async (): Promise<ChatRef> => {
    if (api === 'v2') return (await transport.open(plainOrder, null, signal)).chat;
    const reply = await gms.clients().desk.start(plainOrder, signal);
    if (reply.type !== 'startChat') throw new Error('no chat');
    return (await transport.open(plainOrder, reply.invitation, signal)).chat;
  };
}

describe('data that comes after the start', () => {
  test.for(['v1', 'v2'] as const)(
    'is attached to a chat of %s, later values over earlier ones',
    async (api) => {
      const chat = await open(api)();
      await attach({ chat }, { pageID: 'p-00c2', webengagement: '', basket: '3' }, signal);
      await attach({ chat }, { basket: '4' }, signal);
      const [known] = gms.host.gms.chats();
      expect(known?.userData).toMatchObject({ pageID: 'p-00c2', webengagement: '', basket: '4' });
    },
  );

  test('is attached to a call that waits', async () => {
    const reply = await gms.clients().desk.start(callOrder('VOICE-WAIT-USERTERM'), signal);
    await attach({ serviceId: reply.serviceId ?? '' }, { basket: '3' }, signal);
    expect(gms.arrived().at(-1)).toBe(`POST /1/service/${reply.serviceId}/update basket=3`);
  });

  test('cannot change what steers a service', async () => {
    const reply = await gms.clients().desk.start(callOrder('VOICE-WAIT-USERTERM'), signal);
    const before = gms.arrived().length;
    const serviceId = reply.serviceId ?? '';
    await attach({ serviceId }, { _call_direction: 'USERORIGINATED' }, signal);
    expect(gms.arrived()).toHaveLength(before);
  });

  test('is refused by a chat or a service that nobody knows', async () => {
    const refusals = [
      attach({ chat: chatV2 }, { basket: '3' }, signal),
      attach({ chat: chatV1 }, { basket: '3' }, signal),
      attach({ serviceId: 'nobody' }, { basket: '3' }, signal),
    ];
    for (const refusal of refusals) await expect(refusal).rejects.toBeInstanceOf(ChatError);
  });

  test.for([
    { serviceId: '../administration' },
    { serviceId: '' },
    { chat: { ...chatV1, path: 'https://evil.test/x' } },
    { chat: { ...chatV2, chatId: '../x' } },
  ])('goes nowhere else: %j', async (target) => {
    await expect(attach(target, { basket: '3' }, signal)).rejects.toBeInstanceOf(ChatError);
    expect(gms.arrived()).toEqual([]);
  });
});

test('TV-14: says it to Chat API v2 as the protocol has it', async () => {
  await attach({ chat: chatV2 }, { segment: 'gold', pageID: 'p-00c2' }, signal).catch(() => undefined);
  const [request] = gms.host.gms.requests();
  const sent = new URLSearchParams(request?.fields.map(([name, value]) => [name, value]));
  expect(String(sent)).toBe(`${ID3}&userData%5Bsegment%5D=gold&userData%5BpageID%5D=p-00c2`);
});
