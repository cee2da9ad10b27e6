import { describe, expect, test } from 'vitest';
import { afterStart } from '../../../src/gms/afterStart.ts';
import { afterStartV2 } from '../../../src/gms/afterStartV2.ts';
import { createChatV2PushLine } from '../../../src/gms/bayeux/chatV2PushLine.ts';
import { addRich } from '../../../src/gms/chatV2/addRich.ts';
import { createPost } from '../../../src/gms/http.ts';
import type { Batch, ChatLine, ChatRef } from '../../../src/session/ports.ts';
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
  via: 'bayeux',
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

/** What it tells next, to somebody who has read up to 8. */
function nextOf(line: ChatLine): Promise<IteratorResult<Batch, void>> {
  const reading = line.listen(() => 8, signal)[Symbol.asyncIterator]();
  return reading.next();
}

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

  test('is news that has a word there; of what was read it has none', async () => {
    const { line, published } = setUp();
    await line.tell?.({ type: 'page', url: 'https://shop.example/plans' }, signal);
    await line.tell?.({ type: 'notice', text: 'CART' }, signal);
    await line.tell?.({ type: 'read', position: 8 }, signal);
    expect(published).toEqual([
      { operation: 'pushUrl', ...ids, pushUrl: 'https://shop.example/plans' },
      { operation: 'customNotice', ...ids, message: 'CART' },
    ]);
    // nobody knows whether REST would take these ids for those of an intruder
    expect(gms.requests).toEqual([]);
  });

  test('is not that one types while there is no connection: nobody is connected for so little', async () => {
    const { line, published, lose, push } = setUp();
    lose();
    await settled();
    const before = published.length;
    push.connect = () => Promise.reject(new Error('not asked'));
    lose();
    await line.signalTyping(true, signal);
    expect(published).toHaveLength(before);
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

  test('P05: asks from the own mark on, after each connect and after ten quiet seconds', async () => {
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

  test('P05: is said once more when the node had forgotten us, and not a third time', async () => {
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

test('F46: what is refused for now is not said again before its time', async () => {
  const { line, published, refuse } = setUp();
  refuse({ kind: 'busy', status: 429, retryAfterMs: 7_000 });
  expect(await failureOf(line.send('Hello', signal))).toMatchObject({ kind: 'busy', retryAfterMs: 7_000 });
  expect(published).toEqual([]);
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

  test('P15: is not sent by the echo of another one, which was given up and comes late', async () => {
    const { line, tell, clock } = setUp();
    const sending = failureOf(line.send('Hello', signal));
    await settled();
    tell(message(9, 'Given up'));
    await settled();
    await clock.advance(settings.requestTimeout);
    expect(await sending).toEqual({ kind: 'timeout' });
  });

  test('P14: without an outcome may have arrived', async () => {
    const { line, clock } = setUp();
    const sending = failureOf(line.send('Hello', signal));
    await settled();
    await clock.advance(settings.requestTimeout);
    expect(await sending).toEqual({ kind: 'timeout' });
  });

  test('P14: under way when the connection breaks may have arrived', async () => {
    const { line, lose } = setUp();
    const sending = failureOf(line.send('Hello', signal));
    await settled();
    lose();
    expect(await sending).toEqual({ kind: 'network' });
  });
});

describe('what is pushed', () => {
  test('is read as JSON text, too', async () => {
    const { tell, batches } = setUp(8);
    await settled();
    tell(JSON.stringify(message(9, 'Hello', 'Agent')));
    await settled();
    expect(batches.flatMap(({ events }) => events.map(told))).toEqual(['9 agent Jonas said Hello']);
  });

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
  ])('P09: %s is dropped', async (_, data) => {
    const { tell, batches, failures } = setUp(8);
    await settled();
    tell(data);
    await settled();
    expect(batches).toEqual([]);
    expect(failures).toEqual([]);
  });

  test('P10: with a gap before it waits for what is missing, which is asked for', async () => {
    const { tell, batches, published } = setUp(8);
    await settled();
    tell(message(11, 'third', 'Agent'));
    await settled();
    expect(published).toEqual([{ operation: 'requestNotifications', ...ids, transcriptPosition: 9 }]);
    const [first, second, third] = [9, 10, 11].map((index) => message(index, `no. ${index}`, 'Agent'));
    const rows = [first, second, third].flatMap((one) => (one as { messages: object[] }).messages);
    tell({ ...quiet, messages: rows });
    await settled();
    expect(batches.flatMap(({ events }) => events.map(({ index }) => index))).toEqual([9, 10, 11]);
  });

  test('says that the chat is over', async () => {
    const { tell, failures } = setUp();
    await settled();
    tell({ ...quiet, statusCode: 2, chatEnded: true, errors: [{ code: 249 }] });
    await settled();
    expect(failures).toMatchObject([{ failure: { kind: 'over', code: 249 } }]);
  });

  test('says no twice to a question: then it is over, once may have been about something else', async () => {
    const { tell, failures, line, published } = setUp();
    const refusal = { ...quiet, statusCode: 2, errors: [{ code: 249 }] };
    line.refreshNow();
    await settled();
    expect(published).toHaveLength(1);
    tell(refusal);
    await settled();
    expect(failures).toMatchObject([{ failure: { kind: 'refused' } }]);
    line.refreshNow();
    const again = failureOf(nextOf(line));
    await settled();
    tell(refusal);
    expect(await again).toEqual({ kind: 'over', code: 249 });
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

describe('a question', () => {
  test('that meets a dead connection is asked again at once, by a new one', async () => {
    const { line, lose, tell, published, failures } = setUp(8);
    line.refreshNow();
    await settled();
    lose();
    await settled();
    expect(published).toHaveLength(2);
    tell(quiet);
    await settled();
    expect(failures).toEqual([]);
  });

  test('of one who was forgotten goes on by itself', async () => {
    const { line, lose, refuse, tell, published, failures } = setUp(8);
    refuse({ kind: 'busy' });
    line.refreshNow();
    lose(false, 'forgotten');
    await settled();
    tell(quiet);
    await settled();
    expect([published.length, failures]).toEqual([1, []]);
  });
});

describe('ids of Bayeux over REST', () => {
  const over = { ...quiet, statusCode: 2, chatEnded: true, errors: [{ code: 249 }] };

  test.each([
    ['404', () => json({ ...over, chatEnded: false }, { status: 404 })],
    ['an end', () => json(over)],
    ['401', () => json({}, { status: 401 })],
  ] as const)('P13: are no reason to believe %s, nor to ask there again', async (_, reply) => {
    const { line, lose, comeBack, failures, published, tell } = setUp(8);
    gms.answer(reply);
    lose(true);
    await settled();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(failures).toMatchObject([{ failure: { kind: 'server' } }]);
    const asked = gms.requests.length;
    comeBack();
    line.refreshNow();
    const next = nextOf(line);
    await settled();
    expect(published.at(-1)).toMatchObject({ operation: 'requestNotifications' });
    tell(message(9, 'Still here', 'Agent'));
    expect((await next).value?.events.map(told)).toEqual(['9 agent Jonas said Still here']);
    lose(true);
    await settled();
    expect(gms.requests).toHaveLength(asked);
  });

  test('are believed once they were good there', async () => {
    const { line, lose } = setUp(8);
    gms.answer(() => json(quiet));
    lose(true);
    await settled();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(gms.requests).toHaveLength(1);
    gms.answer(() => json(over));
    line.refreshNow();
    const next = nextOf(line);
    expect(await failureOf(next)).toMatchObject({ kind: 'over' });
  });
});

test('the end gives the connection up at once', async () => {
  const { line, tell, counts } = setUp(8);
  await settled();
  tell(message(9, 'Bye', 'Agent', { chatEnded: true }));
  await settled();
  line.close?.();
  expect(counts.released).toBe(1);
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
