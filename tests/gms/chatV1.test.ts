import { describe, expect, test } from 'vitest';
import { createTransport } from '../../src/gms/createTransport.ts';
import type { Batch, ChatLine, ChatRef } from '../../src/session/ports.ts';
import { CHAT_V1, SESSION_V1, STARTED_AT } from '../fixtures/wireVectors/wireNames.ts';
import { json, settings, startFakeGms } from './fakeGms.ts';
import { chatV1, plainOrder } from './orders.ts';
import { createTestClock } from './testClock.ts';
import { failureOf, tell } from './wireTelling.ts';

const gms = startFakeGms();
const { signal } = new AbortController();
const transport = createTransport('v1', settings, createTestClock(), () => true);
const good = { chatIxnState: 'TRANSCRIPT', chatSessionId: SESSION_V1, startedAt: '2026-01-02T12:00:00Z' };

async function refresh(line: ChatLine, position = 3): Promise<Batch> {
  line.refreshNow();
  for await (const batch of line.listen(() => position, signal)) return batch;
  throw new Error('The line was silent');
}

function refreshWith(body: unknown, init?: ResponseInit): Promise<Batch> {
  gms.answer(() => json(body, init));
  return refresh(transport.attach(chatV1));
}

async function toldOf(transcriptToShow: unknown, transcriptPosition?: unknown): Promise<readonly string[]> {
  const { events } = await refreshWith({ ...good, transcriptToShow, transcriptPosition });
  return events.map(tell);
}

const row = (event: string, ...more: readonly unknown[]) => [event, 'Jonas', 'words', '14', 'AGENT', ...more];

describe('on the wire', () => {
  test.each<[string, (line: ChatLine) => Promise<unknown>, string, object]>([
    ['a refresh names what is known', (line) => refresh(line, 3), 'refresh', { transcriptPosition: '3' }],
    [
      'a first refresh asks for everything',
      (line) => refresh(line, 0),
      'refresh',
      { transcriptPosition: '0' },
    ],
    ['a message', (line) => line.send('a & b', signal), 'send', { message: 'a & b' }],
    ['typing begins', (line) => line.signalTyping(true, signal), 'startTyping', {}],
    ['typing ends', (line) => line.signalTyping(false, signal), 'stopTyping', {}],
    ['leaving', (line) => line.leave(signal), 'disconnect', {}],
  ])('%s', async (_, call, operation, fields) => {
    gms.answer(() => json(good));
    await call(transport.attach(chatV1));
    expect(gms.requests).toHaveLength(1);
    expect(gms.requests[0]).toMatchObject({ path: `${CHAT_V1}/${operation}` });
    expect(gms.requests[0]?.fields).toEqual(fields);
    expect(gms.requests[0]?.headers.get('gms_user')).toBe('mira-4711');
    expect(gms.requests[0]?.headers.get('Content-Type')).toMatch('application/x-www-form-urlencoded');
  });

  test('a new name is kept to ourselves', async () => {
    await transport.attach(chatV1).rename('Mira S.', signal);
    expect(gms.requests).toHaveLength(0);
  });

  test('the path of a record that was tampered with reaches no server', async () => {
    const forged: ChatRef = { api: 'v1', path: '/1/admin/callback', sessionId: 'x', startedAt: null };
    expect(await failureOf(transport.attach(forged).leave(signal))).toEqual({ kind: 'over' });
    expect(gms.requests).toHaveLength(0);
  });
});

describe('a transcript', () => {
  test('is numbered back from the position of the answer', async () => {
    const rows = [row('Notice.Joined'), row('Message.Text'), row('Notice.Left')];
    expect(await toldOf(rows, '7')).toEqual([
      '5 agent Jonas joined',
      '6 agent Jonas said words',
      '7 agent Jonas left',
    ]);
    expect(await toldOf(rows, 2)).toEqual([
      '- agent Jonas joined',
      '1 agent Jonas said words',
      '2 agent Jonas left',
    ]);
    expect(await toldOf(rows, 'x')).toEqual([
      '- agent Jonas joined',
      '- agent Jonas said words',
      '- agent Jonas left',
    ]);
  });

  test('has the numbers of its rows when they fit each other and the answer', async () => {
    expect(await toldOf([row('Message.Text', 4), row('Message.Text', '7')], '7')).toEqual([
      '4 agent Jonas said words',
      '7 agent Jonas said words',
    ]);
    expect(await toldOf([row('Message.Text', 4), row('Message.Text', 8)])).toEqual([
      '4 agent Jonas said words',
      '8 agent Jonas said words',
    ]);
    for (const [first, second] of [
      [7, 4],
      [3, 6],
      ['x', 7],
      [undefined, 7],
      [4.5, 7],
    ]) {
      expect(await toldOf([row('Message.Text', first), row('Message.Text', second)], '7')).toEqual([
        '6 agent Jonas said words',
        '7 agent Jonas said words',
      ]);
    }
  });

  test('keeps the places of rows that cannot be read', async () => {
    const rows = [
      row('Message.Text'),
      ['Message.Text', 'Jonas'],
      null,
      [5, 'a', 'b', '0', 'AGENT'],
      row('Message.Text'),
    ];
    expect(await toldOf(rows, '9')).toEqual([
      '5 agent Jonas said words',
      '6 system  signalled ',
      '7 system  signalled ',
      '8 system  signalled ',
      '9 agent Jonas said words',
    ]);
    expect(await toldOf(rows)).toEqual(['- agent Jonas said words', '- agent Jonas said words']);
  });

  test.each([
    [['Notice.TypingStarted', 'Jonas', '', '1', 'AGENT'], '3 agent Jonas typingStarted'],
    [['notice.typingstopped', 'Jonas', '', '1', 'agent'], '3 agent Jonas typingStopped'],
    [['Notice.PushUrl', 'Jonas', 'https://a.test', '1', 'AGENT'], '3 agent Jonas urlPushed https://a.test'],
    [['Notice.Custom', 'Jonas', 'keyword', '1', 'AGENT'], '3 agent Jonas signalled keyword'],
    [['Message.Text', 'Mira', 'Hi', '1', 'CLIENT'], '3 me Mira said Hi'],
    [['Message.Text', 'Eva', 'Hi', '1', 'SUPERVISOR'], '3 supervisor Eva said Hi'],
    [['Message.Text', 'Sys', 'Hi', '1', 'EXTERNAL'], '3 system Sys said Hi'],
    [['Message.Text', null, 7, '1', 'ROBOT'], '3 system  said 7'],
    [['Message.Text', 'Jonas', '', '1', 'AGENT'], '3 agent Jonas signalled '],
    [['Notice.Hologram', 'Jonas', 'wave', '1', 'AGENT'], '3 agent Jonas unknown wave'],
  ])('%o is told as "%s"', async (entry, told) => {
    expect(await toldOf([entry], '3')).toEqual([told]);
  });

  test('that is none is no news', async () => {
    for (const transcript of [undefined, null, '', {}, 3]) expect(await toldOf(transcript, '3')).toEqual([]);
  });

  test('has times from the start of the chat on', async () => {
    const at = async (seconds: unknown) => {
      const { events } = await refreshWith({
        ...good,
        transcriptToShow: [['Message.Text', 'Jonas', 'Hi', seconds, 'AGENT']],
      });
      return events[0]?.at;
    };
    expect(await at('14')).toBe(STARTED_AT + 14_000);
    expect(await at(14)).toBe(STARTED_AT + 14_000);
    expect(await at('soon')).toBeNull();
    expect(await at('')).toBeNull();
    expect(await at(1e15)).toBeNull();
  });

  test('names people by type and nickname', async () => {
    const { events } = await refreshWith({ ...good, transcriptToShow: [row('Notice.Joined')] });
    expect(events[0]?.from.id).toBe('agent:Jonas');
  });
});

describe('a chat', () => {
  test('is opened with its first events, and keeps its path and its start', async () => {
    gms.answer(() =>
      json({
        ...good,
        chatIxnState: 'CONNECTED',
        transcriptPosition: '1',
        transcriptToShow: [row('Notice.Joined')],
      }),
    );
    const batch = await transport.open(plainOrder, { path: CHAT_V1, subject: null }, signal);
    expect(batch.chat).toEqual(chatV1);
    expect(batch.events.map(tell)).toEqual(['1 agent Jonas joined']);
    expect(batch.isEnded).toBe(false);
  });

  test('that is disconnected is over for a refresh, not for a message', async () => {
    const gone = { ...good, chatIxnState: 'Disconnected' };
    expect((await refreshWith(gone)).isEnded).toBe(true);
    // the message was taken all the same: the next refresh tells of the end
    await expect(transport.attach(chatV1).send('Hello', signal)).resolves.toEqual(chatV1);
  });

  test('learns its start from any answer', async () => {
    gms.answer(() => json(good));
    const line = transport.attach({ ...chatV1, startedAt: null } as ChatRef); // spreading a union loses which member it was
    expect((await refresh(line)).chat).toEqual(chatV1);
  });

  test('learns what it is called from any answer, when the first does not say', async () => {
    gms.answer(() => json({ chatIxnState: 'CONNECTED', startedAt: good.startedAt }));
    const opened = await transport.open(plainOrder, { path: CHAT_V1, subject: null }, signal);
    expect(opened.chat).toEqual({ ...chatV1, sessionId: '' });
    const line = transport.attach(opened.chat);
    expect((await refresh(line)).chat).toEqual({ ...chatV1, sessionId: '' });
    gms.answer(() => json(good));
    expect((await refresh(line)).chat).toEqual(chatV1);
    gms.answer(() => json({ ...good, chatSessionId: 'other' }));
    expect(await failureOf(refresh(line))).toEqual({ kind: 'unreadable' });
  });

  test('is not mistaken for another one', async () => {
    expect(await failureOf(refreshWith({ ...good, chatSessionId: 'other' }))).toEqual({ kind: 'unreadable' });
  });
});

describe('an exception', () => {
  const body = { message: 'Service session not found', exception: 'com.example.NotFound' };

  test.each([
    [200, { kind: 'over', exception: 'NotFound' }],
    [400, { kind: 'over', status: 400, exception: 'NotFound' }],
    [404, { kind: 'over', status: 404, exception: 'NotFound', isFromGms: true }],
    [500, { kind: 'over', status: 500, exception: 'NotFound' }],
    [401, { kind: 'unauthorised', status: 401, exception: 'NotFound' }],
    [429, { kind: 'busy', status: 429, exception: 'NotFound' }],
  ])('with HTTP %i on a refresh is %o', async (status, failure) => {
    expect(await failureOf(refreshWith(body, { status }))).toEqual(failure);
  });

  test('on another call is the failure of that call', async () => {
    gms.answer(() => json(body));
    expect(await failureOf(transport.attach(chatV1).send('Hello', signal))).toEqual({
      kind: 'refused',
      exception: 'NotFound',
    });
  });

  test('that is missing from a 404 leaves it to others to judge', async () => {
    expect(await failureOf(refreshWith({}, { status: 404 }))).toEqual({
      kind: 'missing',
      status: 404,
      isFromGms: true,
    });
    expect(await failureOf(refreshWith({}))).toEqual({ kind: 'unreadable' });
  });
});
