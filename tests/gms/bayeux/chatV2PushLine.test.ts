import { describe, expect, test } from 'vitest';
import { afterStart } from '../../../src/gms/afterStart.ts';
import { afterStartV2 } from '../../../src/gms/afterStartV2.ts';
import { createChatV2PushLine } from '../../../src/gms/bayeux/chatV2PushLine.ts';
import { addRich } from '../../../src/gms/chatV2/addRich.ts';
import { createPost } from '../../../src/gms/http.ts';
import type { Batch, ChatRef } from '../../../src/session/ports.ts';
import { wireVectors } from '../../fixtures/wireVectors/wireVectors.ts';
import { json, settings, startFakeGms } from '../fakeGms.ts';
import { createTestClock, settled } from '../testClock.ts';
import { failureOf, tell as told } from '../wireTelling.ts';
import { createFakePush } from './fakePush.ts';

const gms = startFakeGms();
const { signal } = new AbortController();
const KEY = 'TWlyYUV4YW1wbGVLZXkwMDAx';
const chat: Extract<ChatRef, { api: 'v2' }> = {
  api: 'v2',
  chatId: '0003KaJ7Q2MD00A4',
  userId: '00C1695FA2B4000D',
  secureKey: KEY,
  alias: '204',
};
const ids = { chatId: chat.chatId, userId: chat.userId, secureKey: KEY, alias: '204' };

function setUp(position = 8) {
  const clock = createTestClock();
  const fake = createFakePush();
  const post = createPost(settings, clock, () => true);
  const line = createChatV2PushLine(
    { wire: { ...afterStart, ...afterStartV2 }, post, settings, clock, push: fake.push, addRich },
    chat,
  );
  const batches: Batch[] = [];
  const failures: unknown[] = [];
  const listening = new AbortController();
  void (async () => {
    for await (const batch of line.listen(() => position, listening.signal)) batches.push(batch);
  })().catch((error: unknown) => failures.push(error));
  return { ...fake, clock, line, batches, failures, stop: () => listening.abort() };
}

function message(index: number, text: string, type = 'Client', more: object = {}): object {
  const from = { nickname: type === 'Client' ? 'Mira' : 'Jonas', participantId: 1, type };
  const messages = [{ from, index, type: 'Message', text, utcTime: 1_767_355_200_000 }];
  return { messages, statusCode: 0, chatEnded: false, chatId: chat.chatId, nextPosition: index + 1, ...more };
}

const quiet = { messages: [], statusCode: 0, chatEnded: false, chatId: chat.chatId };

/** What the documented cycle publishes, without what names the chat. */
function documented(id: string): readonly unknown[] {
  const exchanges = wireVectors.find((vector) => vector.id === id)?.exchanges ?? [];
  return exchanges
    .flatMap(({ sent }) => JSON.parse(sent) as { data?: object }[]) // the vectors are ours
    .flatMap(({ data }) => (data ? [data] : []));
}

test('structured content that is pushed is read like any other', async () => {
  const { batches, tell } = setUp();
  await settled();
  const content = { contentType: 'quick-replies', text: 'Sure?', content: [{ text: 'Yes' }] };
  const eventAttributes = { 'structured-content': { 'genesys-chat': { content } } };
  const from = { nickname: 'Nora', participantId: 2, type: 'External' };
  tell({ ...quiet, messages: [{ from, index: 9, type: 'Message', text: 'Sure? Yes.', eventAttributes }] });
  await settled();
  expect(batches.flatMap(({ events }) => events)).toMatchObject([
    { type: 'said', text: 'Sure? Yes.', rich: { kind: 'quickReplies', text: 'Sure?' } },
  ]);
});

describe('what is published', () => {
  test('is the documented cycle', async () => {
    const { line, published, tell } = setUp();
    await settled();
    const sending = line.send('Hello', signal);
    await settled();
    tell(message(9, 'Hello'));
    await sending;
    await line.signalTyping(false, signal);
    await line.leave(signal);
    const [, send, stop, leave] = documented('TV-37');
    expect(published).toEqual([send, stop, leave].map((data) => ({ ...ids, ...(data as object) })));
  });

  test('names the rich message that an answer is for', async () => {
    const { line, published, tell } = setUp();
    await settled();
    const sending = line.send('Yes', signal, 7);
    await settled();
    tell(message(9, 'Yes'));
    await sending;
    expect(published[0]).toMatchObject({
      operation: 'sendMessage',
      eventAttributes: '{"general-properties":{"related-event-id":"7"}}',
    });
  });

  test('is not news of what was read: that goes the way that every server knows', async () => {
    const { line, published } = setUp();
    gms.answer(() => json(quiet));
    await line.tell?.({ type: 'read', position: 8 }, signal);
    expect(published).toEqual([]);
    expect(gms.requests.map(({ path }) => path.split('/').at(-1))).toEqual(['readReceipt']);
  });

  test('also names a visitor anew, and says that one types', async () => {
    const { line, published } = setUp();
    await line.rename('Mira S.', signal);
    await line.signalTyping(true, signal);
    expect(published).toEqual([
      { operation: 'updateNickname', ...ids, nickname: 'Mira S.' },
      { operation: 'startTyping', ...ids },
    ]);
  });

  test('asks from the own mark on, after each connect and after ten quiet seconds', async () => {
    const { published, lose, tell, clock, batches } = setUp(8);
    lose();
    await settled();
    const [ask] = documented('TV-38');
    expect(published).toEqual([{ ...ids, ...(ask as object) }]);
    tell(message(9, 'Still there?', 'Agent'));
    await settled();
    await clock.advance(10_000);
    expect(published.at(-1)).toEqual({ operation: 'requestNotifications', ...ids, transcriptPosition: 10 });
    expect(batches.flatMap(({ events }) => events.map(told))).toEqual(['9 agent Jonas said Still there?']);
  });

  test('is said once more when the node had forgotten us, and not a third time', async () => {
    const { line, published, refuse, tell, counts } = setUp();
    refuse({ kind: 'busy', retryAfterMs: 1_000 });
    const sending = line.send('Hello', signal);
    await settled();
    expect(published).toEqual([{ operation: 'sendMessage', ...ids, message: 'Hello', messageType: 'text' }]);
    expect(counts.connects).toBeGreaterThan(1);
    tell(message(9, 'Hello'));
    await sending;
    refuse({ kind: 'busy' });
    refuse({ kind: 'busy' });
    expect(await failureOf(line.send('Again', signal))).toMatchObject({ kind: 'busy' });
  });
});

describe('a message', () => {
  test('is sent when its echo has come, whatever else comes before', async () => {
    const { line, tell } = setUp();
    let isSent = false;
    const sending = line.send('Hello', signal).then(() => {
      isSent = true;
    });
    await settled();
    tell(message(9, 'One moment', 'Agent'));
    await settled();
    expect(isSent).toBe(false);
    tell(message(10, 'Hello'));
    await sending;
  });

  test('that is refused says why, and the chat goes on', async () => {
    const { line, tell, failures } = setUp();
    const sending = failureOf(line.send('x', signal));
    await settled();
    tell({ ...quiet, statusCode: 2, errors: [{ code: 204 }] });
    expect(await sending).toEqual({ kind: 'refused', code: 204 });
    expect(failures).toEqual([]);
  });

  test('without an outcome may have arrived', async () => {
    const { line, clock } = setUp();
    const sending = failureOf(line.send('Hello', signal));
    await settled();
    await clock.advance(settings.requestTimeout);
    expect(await sending).toEqual({ kind: 'timeout' });
  });

  test('under way when the connection breaks may have arrived', async () => {
    const { line, lose } = setUp();
    const sending = failureOf(line.send('Hello', signal));
    await settled();
    lose();
    expect(await sending).toEqual({ kind: 'network' });
  });
});

describe('what is pushed', () => {
  test('is read at once, with the newest ids', async () => {
    const { tell, batches } = setUp(8);
    await settled();
    tell(message(9, 'Hello', 'Agent', { alias: '311' }));
    await settled();
    expect(batches).toMatchObject([{ chat: { ...chat, alias: '311' }, isEnded: false }]);
  });

  test.each<[string, unknown]>([
    ['about another chat', { ...message(9, 'Secret', 'Agent'), chatId: 'other' }],
    ['without a status', { messages: [] }],
    ['that is no object', 'Hello'],
    ['that is empty', null],
  ])('%s is dropped', async (_, data) => {
    const { tell, batches, failures } = setUp(8);
    await settled();
    tell(data);
    await settled();
    expect(batches).toEqual([]);
    expect(failures).toEqual([]);
  });

  test('with a gap before it is read, and the gap asked for', async () => {
    const { tell, batches, published } = setUp(8);
    await settled();
    tell(message(11, 'third', 'Agent'));
    await settled();
    expect(published).toEqual([{ operation: 'requestNotifications', ...ids, transcriptPosition: 9 }]);
    const [first, second, third] = [9, 10, 11].map((index) => message(index, `no. ${index}`, 'Agent'));
    const rows = [first, second, third].flatMap((one) => (one as { messages: object[] }).messages);
    tell({ ...quiet, messages: rows });
    await settled();
    expect(batches.flatMap(({ events }) => events.map(({ index }) => index))).toEqual([11, 9, 10]);
  });

  test('says that the chat is over', async () => {
    const { tell, failures } = setUp();
    await settled();
    tell({ ...quiet, statusCode: 2, chatEnded: true, errors: [{ code: 249 }] });
    await settled();
    expect(failures).toMatchObject([{ failure: { kind: 'over', code: 249 } }]);
  });

  test('says that something failed that nobody waits for: nothing comes of it', async () => {
    const { tell, failures } = setUp();
    await settled();
    for (const statusCode of [1, 2]) tell({ ...quiet, statusCode, errors: [{ code: 249 }] });
    await settled();
    expect(failures).toEqual([]);
  });

  test('ends with the chat', async () => {
    const { tell, batches } = setUp(8);
    await settled();
    tell(message(9, 'Bye', 'Agent', { chatEnded: true }));
    tell(message(10, 'Ghost', 'Agent'));
    await settled();
    expect(batches.map(({ isEnded }) => isEnded)).toEqual([true]);
  });
});

describe('polling', () => {
  test('takes over when Bayeux is hopeless, and tries it again beside', async () => {
    const { lose, clock, counts, batches } = setUp(8);
    gms.answer(() =>
      json({ ...quiet, messages: (message(9, 'Hello', 'Agent') as Batch & { messages: [] }).messages }),
    );
    lose(true);
    await settled();
    await clock.advance(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(gms.requests[0]).toMatchObject({ path: `/2/chat/web-support/${chat.chatId}/refresh` });
    expect(gms.requests[0]?.fields).toMatchObject({ secureKey: KEY, transcriptPosition: '9' });
    expect(counts.tries).toBeGreaterThan(0);
    expect(batches.flatMap(({ events }) => events.map(told))).toEqual(['9 agent Jonas said Hello']);
  });

  test('takes over when three questions in a row were not answered', async () => {
    const { clock, line, published } = setUp(8);
    gms.answer(() => json(quiet));
    for (let silence = 0; silence < 3; silence += 1) {
      line.refreshNow();
      const listening = new AbortController();
      const reading = line.listen(() => 8, listening.signal)[Symbol.asyncIterator]();
      const next = reading.next().catch(() => null);
      await settled();
      await clock.advance(settings.requestTimeout);
      await next;
    }
    const asked = published.length;
    line.refreshNow();
    const reading = line.listen(() => 8, signal)[Symbol.asyncIterator]();
    expect((await reading.next()).value).toMatchObject({ isEnded: false });
    expect(published).toHaveLength(asked);
    expect(gms.requests.length).toBeGreaterThan(0);
  });
});

test('the connection is given up with the chat, after the good-bye', async () => {
  const { line, counts, clock } = setUp();
  line.close?.();
  expect(counts.released).toBe(0);
  await line.leave(signal);
  expect(counts.released).toBe(1);
  await clock.advance(10_000);
});

test('what goes to the background says how far it has read', () => {
  const { position } = setUp(8);
  expect(position()).toBe(8);
});
