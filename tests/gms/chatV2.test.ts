import { describe, expect, test } from 'vitest';
import { createTransport } from '../../src/gms/createTransport.ts';
import { LAST_EVENT } from '../../src/session/pages.ts';
import type { Batch, ChatLine, ChatRef } from '../../src/session/ports.ts';
import { CHAT, CHAT_ID, IDS } from '../fixtures/wireVectors/wireNames.ts';
import { json, settings, startFakeGms } from './fakeGms.ts';
import { chatV2, plainOrder } from './orders.ts';
import { createTestClock } from './testClock.ts';
import { failureOf } from './wireTelling.ts';

const gms = startFakeGms();
const { signal } = new AbortController();
const transport = createTransport('v2', settings, createTestClock(), () => true);
const good = { statusCode: 0, chatEnded: false, messages: [] };

async function refresh(line: ChatLine, position = 7, earlier: number | null = null): Promise<Batch> {
  line.refreshNow();
  const listening = line.listen(
    () => position,
    signal,
    () => earlier,
  );
  for await (const batch of listening) return batch;
  throw new Error('The line was silent');
}

function refreshWith(body: unknown): Promise<Batch> {
  gms.answer(() => json(body));
  return refresh(transport.attach(chatV2));
}

describe('on the wire', () => {
  test.each<[string, (line: ChatLine) => Promise<unknown>, string, object]>([
    [
      'a refresh asks for what comes next',
      (line) => refresh(line, 7),
      'refresh',
      { transcriptPosition: '8' },
    ],
    [
      'a first refresh asks for everything, never for nothing',
      (line) => refresh(line, 0),
      'refresh',
      { transcriptPosition: '1' },
    ],
    [
      'an earlier page begins after its index',
      (line) => refresh(line, 57, 37),
      'refresh',
      { transcriptPosition: '38' },
    ],
    [
      'the last event alone has a position of its own',
      (line) => refresh(line, 0, LAST_EVENT),
      'refresh',
      { transcriptPosition: '-1' },
    ],
    [
      'a message asks for no transcript',
      (line) => line.send('a & b', signal),
      'send',
      { message: 'a & b', messageType: 'text' },
    ],
    [
      'an answer to a rich message names it',
      (line) => line.send('Yes', signal, 12),
      'send',
      {
        message: 'Yes',
        messageType: 'text',
        eventAttributes: '{"general-properties":{"related-event-id":"12"}}',
      },
    ],
    ['typing begins', (line) => line.signalTyping(true, signal), 'startTyping', {}],
    ['typing ends', (line) => line.signalTyping(false, signal), 'stopTyping', {}],
    ['a new name', (line) => line.rename('Mira S.', signal), 'updateNickname', { nickname: 'Mira S.' }],
    [
      'how far was read',
      async (line) => line.tell?.({ type: 'read', position: 20 }, signal),
      'readReceipt',
      { transcriptPosition: '20' },
    ],
    [
      'a page to look at',
      async (line) => line.tell?.({ type: 'page', url: 'https://a.test/?b=1&c' }, signal),
      'pushUrl',
      { pushUrl: 'https://a.test/?b=1&c' },
    ],
    [
      'a keyword for programs',
      async (line) => line.tell?.({ type: 'notice', text: 'cobrowse:start' }, signal),
      'customNotice',
      { message: 'cobrowse:start' },
    ],
    ['leaving', (line) => line.leave(signal), 'disconnect', {}],
  ])('%s', async (_, call, operation, fields) => {
    gms.answer(() => json(good));
    await call(transport.attach(chatV2));
    expect(gms.requests).toHaveLength(1);
    expect(gms.requests[0]).toMatchObject({ path: `${CHAT}/${operation}` });
    expect(gms.requests[0]?.fields).toEqual({ ...IDS, ...fields });
    expect(gms.requests[0]?.headers.has('gms_user')).toBe(false);
  });

  test('ids that the server never gave are left out', async () => {
    gms.answer(() => json({ statusCode: 0, chatId: CHAT_ID, secureKey: 's1' }));
    const { chat } = await transport.open(plainOrder, null, signal);
    expect(chat).toEqual({ api: 'v2', chatId: CHAT_ID, userId: '', secureKey: 's1', alias: '' });
    await transport.attach(chat).leave(signal);
    expect(gms.requests.at(-1)?.fields).toEqual({ secureKey: 's1' });
  });
});

describe('the ids', () => {
  test('are the newest of the good answers, whichever call they came with (F75)', async () => {
    const line = transport.attach(chatV2);
    gms.answer(() => json({ ...good, alias: '311' }));
    expect(await line.send('Hello', signal)).toEqual({ ...chatV2, alias: '311' });
    gms.answer(() => json({ ...good, alias: 312, userId: '', secureKey: null }));
    expect((await refresh(line)).chat).toEqual({ ...chatV2, alias: '312' });
    expect(gms.requests.at(-1)?.fields).toMatchObject({ ...IDS, alias: '311' });
  });

  test.each([1, 2])('of an answer with statusCode %i are not believed', async (statusCode) => {
    const line = transport.attach(chatV2);
    gms.answer(() => json({ ...good, statusCode, alias: '999' }));
    await failureOf(line.signalTyping(true, signal));
    gms.answer(() => json(good));
    expect((await refresh(line)).chat).toEqual(chatV2);
  });

  test('of another chat make an answer unreadable, and change nothing', async () => {
    const line = transport.attach(chatV2);
    gms.answer(() => json({ ...good, chatId: 'other', alias: '999', chatEnded: true }));
    expect(await failureOf(refresh(line))).toEqual({ kind: 'unreadable' });
    expect(await failureOf(line.send('Hello', signal))).toEqual({ kind: 'unreadable' });
    gms.answer(() => json(good));
    expect((await refresh(line)).chat).toEqual(chatV2);
  });

  test.each([{ chatId: 'c1' }, { secureKey: 's1' }, { chatId: '../x', secureKey: 's1' }])(
    'that an opened chat needs cannot be missing: %o',
    async (ids) => {
      gms.answer(() => json({ statusCode: 0, ...ids }));
      expect(await failureOf(transport.open(plainOrder, null, signal))).toEqual({ kind: 'unreadable' });
    },
  );

  test('of a record that was tampered with reach no server', async () => {
    const forged: ChatRef = { api: 'v2', ...IDS, chatId: '../../1/admin' };
    expect(await failureOf(transport.attach(forged).leave(signal))).toEqual({ kind: 'over' });
    expect(gms.requests).toHaveLength(0);
  });
});

describe('a statusCode', () => {
  const refused = { statusCode: 2, errors: [{ code: 249 }] };

  test.each([
    [{ statusCode: 1, chatEnded: true, errors: [{ code: 249 }] }, { kind: 'temporary' }],
    [
      { ...refused, chatEnded: false },
      { kind: 'over', code: 249 },
    ],
    [{ statusCode: 2 }, { kind: 'over' }],
    [
      { statusCode: 2, chatEnded: true, errors: [{ code: 204 }] },
      { kind: 'over', code: 204 },
    ],
    [{}, { kind: 'unreadable' }],
    [{ statusCode: '0' }, { kind: 'unreadable' }],
    [{ statusCode: 3 }, { kind: 'unreadable' }],
    [{ statusCode: null }, { kind: 'unreadable' }],
  ])('of a refresh: %o is %o', async (body, failure) => {
    expect(await failureOf(refreshWith(body))).toEqual(failure);
  });

  test.each([
    [
      { ...refused, chatEnded: false },
      { kind: 'refused', code: 249 },
    ],
    [refused, { kind: 'refused', code: 249 }],
    [
      { ...refused, chatEnded: 'true' },
      { kind: 'refused', code: 249 },
    ],
    [
      { ...refused, chatEnded: true },
      { kind: 'over', code: 249 },
    ],
    [{ statusCode: 1 }, { kind: 'temporary' }],
  ])('of a send: %o is %o', async (body, failure) => {
    gms.answer(() => json(body));
    expect(await failureOf(transport.attach(chatV2).send('Hello', signal))).toEqual(failure);
  });

  test('that says with a message that the chat ended still took the message', async () => {
    gms.answer(() => json({ ...good, chatEnded: true }));
    await expect(transport.attach(chatV2).send('Hello', signal)).resolves.toEqual(chatV2);
  });

  test('of an open is a refusal even when it says that the chat ended', async () => {
    gms.answer(() => json({ ...refused, chatEnded: true }));
    expect(await failureOf(transport.open(plainOrder, null, signal))).toEqual({ kind: 'refused', code: 249 });
  });

  test('that refuses a typing preview only leaves the chat as it was', async () => {
    expect(await refreshWith({ statusCode: 2, errors: [{ code: 204 }], alias: '999' })).toEqual({
      events: [],
      isEnded: false,
      chat: chatV2,
    });
  });
});

describe('the end (F29)', () => {
  test.each([true, false, undefined, 'true', 'false', 1, 0, '0', null])(
    'is told by true alone: %j',
    async (chatEnded) => {
      expect((await refreshWith({ ...good, chatEnded })).isEnded).toBe(chatEnded === true);
    },
  );
});
