import { expect, test } from 'vitest';
import { afterStart } from '../../../src/gms/afterStart.ts';
import { afterStartV2 } from '../../../src/gms/afterStartV2.ts';
import { createChatV1PushLine } from '../../../src/gms/bayeux/chatV1PushLine.ts';
import { createPost } from '../../../src/gms/http.ts';
import type { Batch } from '../../../src/session/ports.ts';
import { SESSION_V1 } from '../../fixtures/wireVectors/wireNames.ts';
import { wireVectors } from '../../fixtures/wireVectors/wireVectors.ts';
import { json, settings, startFakeGms } from '../fakeGms.ts';
import { chatV1 } from '../orders.ts';
import { createTestClock, settled } from '../testClock.ts';
import { tell as told } from '../wireTelling.ts';
import { createFakePush } from './fakePush.ts';

const gms = startFakeGms();

function setUp(position = 5) {
  if (chatV1.api !== 'v1') throw new Error('The sample is none of v1');
  const clock = createTestClock();
  const fake = createFakePush();
  const post = createPost(settings, clock, () => true);
  const line = createChatV1PushLine(
    { wire: { ...afterStart, ...afterStartV2 }, post, settings, clock, push: fake.push },
    chatV1,
  );
  const batches: Batch[] = [];
  void (async () => {
    for await (const batch of line.listen(() => position, new AbortController().signal)) batches.push(batch);
  })();
  return { ...fake, clock, line, read: () => batches.flatMap(({ events }) => events.map(told)) };
}

/** Lets requests through MSW come back, which takes more than a turn. */
const answered = () => new Promise((resolve) => setTimeout(resolve, 15));

function frame(position: number, rows: readonly unknown[] = [], sessionId = SESSION_V1): object {
  const message = {
    chatIxnState: 'TRANSCRIPT',
    chatSessionId: sessionId,
    transcriptPosition: String(position),
    ...(rows.length > 0 && { transcriptToShow: rows }),
  };
  return { id: 'ev-1', tag: 'service.chat.refresh.507', message };
}

const row = (text: string) => ['Message.Text', 'Jonas', text, '30', 'AGENT'];

test('a frame is read as TV-41 tells it, and once', async () => {
  const [exchange, asRefresh] = wireVectors.find(({ id }) => id === 'TV-41')?.exchanges ?? [];
  const { data }: { data: unknown } = JSON.parse(exchange?.reply ?? '');
  const { tell, read } = setUp(5);
  await settled();
  tell(data);
  tell(data);
  await settled();
  expect(read()).toEqual(asRefresh?.told);
});

test('a frame may be JSON text', async () => {
  const { tell, read } = setUp(5);
  await settled();
  const { message } = frame(6, [row('Hello')]) as { message: object };
  tell({ message: JSON.stringify(message) });
  await settled();
  expect(read()).toEqual(['6 agent Jonas said Hello']);
});

test.each<[string, unknown]>([
  ['of another window of the same visitor', frame(6, [row('Secret')], 'other')],
  ['without a session', { message: { chatIxnState: 'TRANSCRIPT', transcriptToShow: [row('Ghost')] } }],
  ['that is about a callback', { message: { _id: '507', _action: 'connect' } }],
  ['that is text', { message: 'hello' }],
  ['that is nothing', null],
])('P09: a frame %s is dropped', async (_, data) => {
  const { tell, read } = setUp(5);
  await settled();
  tell(data);
  await settled();
  expect(read()).toEqual([]);
});

test('the poll grows calm with the first frame, and quick again when the connection is gone', async () => {
  gms.answer(() => json((frame(5) as { message: unknown }).message));
  const { tell, clock, lose, read } = setUp(5);
  const pass = async (ms: number) => {
    await clock.advance(ms);
    await answered();
  };
  await pass(500);
  expect(gms.requests).toHaveLength(1);
  tell(frame(6, [row('Hello')]));
  await pass(600);
  expect(gms.requests).toHaveLength(2);
  await pass(9_900);
  expect(gms.requests).toHaveLength(2);
  await pass(100);
  expect(gms.requests).toHaveLength(3);
  lose();
  await answered();
  expect(gms.requests).toHaveLength(4);
  await pass(3_000);
  expect(gms.requests).toHaveLength(5);
  expect(read()).toEqual(['6 agent Jonas said Hello']);
});

test('a poll that finds what should have been pushed is calm no longer', async () => {
  gms.answer(() => json((frame(5) as { message: unknown }).message));
  const { tell, clock, line } = setUp(5);
  await settled();
  tell(frame(6, [row('Hello')]));
  gms.answer(() => json((frame(7, [row('Missed')]) as { message: unknown }).message));
  line.refreshNow();
  await answered();
  const before = gms.requests.length;
  await clock.advance(3_000);
  await answered();
  expect(gms.requests.length).toBeGreaterThan(before);
});

test('a frame that leaves something out waits for that, which is asked for', async () => {
  gms.answer(() => json((frame(7, [row('six'), row('seven')]) as { message: unknown }).message));
  const { tell, read } = setUp(5);
  await settled();
  tell(frame(7, [row('seven')]));
  await answered();
  expect(gms.requests[0]?.fields).toMatchObject({ transcriptPosition: '5' });
  expect(read()).toEqual(['6 agent Jonas said six', '7 agent Jonas said seven']);
});

test('the connection is given up with the chat', () => {
  const { line, counts } = setUp();
  line.close?.();
  expect(counts.released).toBe(1);
});
