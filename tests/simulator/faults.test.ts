import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import { gmsForTest, indexes, openV1, openV2, post, texts, types } from './wire.ts';

async function withFault(fault: Fault) {
  const { gms, clock } = gmsForTest({ script: 'echo' });
  const chat = await openV2(gms);
  gms.inject(fault);
  return { gms, clock, chat };
}

const said = (gms: ReturnType<typeof gmsForTest>['gms']) =>
  gms
    .chats()[0]
    ?.events.filter(({ type }) => type === 'Message')
    .map(({ text }) => text);

describe('a fault', () => {
  test('waits for its operation, and spoils as many calls as it is told to', async () => {
    const { gms, chat } = await withFault({ name: 'status', status: 502, on: 'send', times: 2 });
    expect((await chat.from(1)).status).toBe(200);
    const statuses: number[] = [];
    for (const message of ['a', 'b', 'c']) statuses.push((await chat.act('send', { message })).status);
    expect(statuses).toEqual([502, 502, 200]);
    expect(said(gms)).toEqual(['c', 'c']);
  });

  test('comes after those that were queued before it', async () => {
    const { gms, chat } = await withFault({ name: 'status', status: 500, on: 'any' });
    gms.inject({ name: 'status', status: 501, on: 'refresh' });
    gms.inject({ name: 'status', status: 503, on: 'any' });
    const statuses = [await chat.from(1), await chat.from(1), await chat.from(1), await chat.from(1)].map(
      ({ status }) => status,
    );
    expect(statuses).toEqual([500, 501, 503, 200]);
  });

  test('can be called off', async () => {
    const { gms, chat } = await withFault({ name: 'status', status: 500, on: 'any', times: 9 });
    gms.calm();
    expect((await chat.from(1)).status).toBe(200);
  });

  test.each([
    ['start', '/1/service/callback/samples_new'],
    ['start', '/1/service/request-chat'],
    ['create', '/2/chat/samples_new'],
  ] as const)('on %s meets %s', async (on, path) => {
    const { gms } = gmsForTest();
    gms.inject({ name: 'status', status: 503, on });
    expect((await post(gms, path, { nickname: 'Mira' })).status).toBe(503);
  });

  test('on typing and disconnect meets those', async () => {
    const { gms, chat } = await withFault({ name: 'status', status: 503, on: 'disconnect' });
    gms.inject({ name: 'status', status: 500, on: 'typing' });
    expect((await chat.act('stopTyping')).status).toBe(500);
    expect((await chat.act('disconnect')).status).toBe(503);
    expect(gms.chats()[0]?.ended).toBeNull();
  });
});

describe('on the way', () => {
  test('lost-before: nothing was done', async () => {
    const { gms, chat } = await withFault({ name: 'lost-before', on: 'send' });
    expect((await chat.act('send', { message: 'Hi' })).damage).toEqual({ kind: 'lost' });
    expect(said(gms)).toEqual([]);
  });

  test('lost-after: it was done, and nobody was told', async () => {
    const { gms, chat } = await withFault({ name: 'lost-after', on: 'send' });
    expect(await chat.act('send', { message: 'Hi' })).toMatchObject({ damage: { kind: 'lost' }, body: '' });
    expect(said(gms)).toEqual(['Hi', 'Hi']);
    expect(gms.requests().at(-1)?.status).toBeNull();
  });

  test('delay: done at once, answered late', async () => {
    const { gms, clock, chat } = await withFault({ name: 'delay', ms: 5000, on: 'send' });
    const answer = chat.act('send', { message: 'Hi' });
    expect(said(gms)).toEqual(['Hi', 'Hi']);
    expect(gms.requests().at(-1)?.status).toBeNull();
    clock.advance(5000);
    expect((await answer).json.statusCode).toBe(0);
  });

  test('delay-before: done late', async () => {
    const { gms, clock, chat } = await withFault({ name: 'delay-before', ms: 5000, on: 'send' });
    const answer = chat.act('send', { message: 'Hi' });
    expect(said(gms)).toEqual([]);
    clock.advance(5000);
    expect((await answer).json.statusCode).toBe(0);
    expect(said(gms)).toEqual(['Hi', 'Hi']);
  });

  test('cut: the host is told where', async () => {
    const { chat } = await withFault({ name: 'cut', at: 12, on: 'refresh' });
    const reply = await chat.from(1);
    expect(reply.damage).toEqual({ kind: 'cut', at: 12 });
    expect(reply.json.statusCode).toBe(0);
  });

  test('rst and trickle: done, and the host is told how it goes on', async () => {
    const { gms, chat } = await withFault({ name: 'rst', at: 12, on: 'send' });
    gms.inject({ name: 'trickle', ms: 1000, on: 'send' });
    expect((await chat.act('send', { message: 'Hi' })).damage).toEqual({ kind: 'reset', at: 12 });
    expect((await chat.act('send', { message: 'Ho' })).damage).toEqual({ kind: 'trickle', ms: 1000 });
    expect(said(gms)).toEqual(['Hi', 'Hi', 'Ho', 'Ho']);
  });
});

describe('instead of the answer', () => {
  test('a status, with a time to come back at and a page', async () => {
    const { chat } = await withFault({ name: 'status', status: 503, retryAfter: 7, html: true, on: 'any' });
    const { status, headers, body } = await chat.from(1);
    expect([status, headers['retry-after']]).toEqual([503, '7']);
    expect(body).toContain('<html>');
  });

  test('html200 and empty200', async () => {
    const { gms, chat } = await withFault({ name: 'html200', on: 'refresh' });
    gms.inject({ name: 'empty200', on: 'refresh' });
    expect(await chat.from(1)).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html;charset=utf-8' },
    });
    expect(await chat.from(1)).toMatchObject({ status: 200, body: '' });
    expect((await chat.from(1)).json.statusCode).toBe(0);
  });

  test('statusCode1 lies about everything else', async () => {
    const { chat } = await withFault({ name: 'statusCode1', on: 'refresh' });
    expect((await chat.from(1)).json).toMatchObject({
      statusCode: 1,
      chatEnded: true,
      alias: '999',
      nextPosition: 0,
    });
    expect((await chat.from(1)).json).toMatchObject({ statusCode: 0, chatEnded: false });
  });

  test('statusCode2 refuses, and may say that it is over', async () => {
    const { gms, chat } = await withFault({ name: 'statusCode2', on: 'send' });
    expect((await chat.act('send', { message: 'Hi' })).json).toMatchObject({
      statusCode: 2,
      chatEnded: false,
    });
    gms.inject({ name: 'statusCode2', chatEnded: true, on: 'send' });
    expect((await chat.act('send', { message: 'Hi' })).json).toMatchObject({
      statusCode: 2,
      chatEnded: true,
    });
    expect(said(gms)).toEqual([]);
  });

  test('it was done all the same when the fault says so', async () => {
    const { gms, chat } = await withFault({ name: 'status', status: 504, processed: true, on: 'send' });
    expect((await chat.act('send', { message: 'Hi' })).status).toBe(504);
    expect(said(gms)).toEqual(['Hi', 'Hi']);
  });

  test('v1 has its own words for failures', async () => {
    const { gms } = gmsForTest();
    const chat = await openV1(gms);
    gms.inject({ name: 'statusCode1', on: 'refresh' });
    gms.inject({ name: 'statusCode2', on: 'refresh' });
    const error = { message: expect.any(String), exception: expect.any(String) };
    expect(await chat.from(0)).toMatchObject({ status: 500, json: error });
    expect(await chat.from(0)).toMatchObject({ status: 400, json: error });
  });
});

describe('inside the answer', () => {
  test('alias-change: another name, kept from then on', async () => {
    const { chat } = await withFault({ name: 'alias-change', on: 'refresh' });
    const changed = (await chat.from(1)).json.alias;
    expect(changed).not.toBe(chat.start.json.alias);
    expect((await chat.from(1)).json.alias).toBe(changed);
  });

  test('duplicate: earlier events again, each twice', async () => {
    const { gms, chat } = await withFault({ name: 'duplicate', on: 'refresh' });
    await chat.act('send', { message: 'Hi' });
    expect(indexes(await chat.from(5))).toEqual([2, 2, 3, 3, 4, 4]);
    expect(gms.chats()[0]?.events).toHaveLength(4);
  });

  test('duplicate in v1: earlier rows again, with the same last position', async () => {
    const { gms } = gmsForTest({ script: 'echo' });
    const chat = await openV1(gms);
    await chat.act('send', { message: 'Hi' });
    gms.inject({ name: 'duplicate', on: 'refresh' });
    const { json } = await chat.from(4);
    expect([json.transcriptPosition, json.transcriptToShow?.length]).toEqual(['4', 3]);
  });

  test('disorder: the events of one answer in reverse', async () => {
    const { chat } = await withFault({ name: 'disorder', on: 'refresh' });
    await chat.act('send', { message: 'Hi' });
    expect(indexes(await chat.from(1))).toEqual([4, 3, 2, 1]);
    expect(indexes(await chat.from(1))).toEqual([1, 2, 3, 4]);
  });

  test('unknown-kind: an event that no document names', async () => {
    const { chat } = await withFault({ name: 'unknown-kind', on: 'refresh' });
    const reply = await chat.from(3);
    expect(types(reply)).toEqual(['HologramStarted']);
    expect(reply.json.nextPosition).toBe(4);
  });
});

describe('a chat server', () => {
  test('that fell back to an older copy has fewer events, and uses their numbers again', async () => {
    const { gms, chat } = await withFault({ name: 'rewind', on: 'refresh' });
    await chat.act('send', { message: 'one' });
    const rewound = await chat.from(1);
    expect([indexes(rewound), rewound.json.nextPosition]).toEqual([[1], 2]);
    gms.improvise({ do: 'emit', event: { type: 'Message', text: 'again' } });
    expect(indexes(await chat.from(2))).toEqual([2]);
  });

  test('that lost all but the visitor keeps the visitor', async () => {
    const { gms, chat } = await withFault({ name: 'rewind', on: 'refresh', times: 2 });
    await chat.from(1);
    expect(indexes(await chat.from(1))).toEqual([1]);
    const v1 = await openV1(gms);
    gms.inject({ name: 'rewind', on: 'refresh' });
    expect((await v1.from(0)).json.transcriptPosition).toBe('1');
  });

  test('whose agent ends the chat says so with the next answer', async () => {
    const { gms, chat } = await withFault({ name: 'end', on: 'refresh' });
    const reply = await chat.from(1);
    expect(reply.json).toMatchObject({ statusCode: 0, chatEnded: true });
    expect(types(reply)).toContain('ParticipantLeft');
    expect(gms.chats()[0]?.ended).toBe('agent');
  });

  test('whose agent ends the chat takes no message any more', async () => {
    const { chat } = await withFault({ name: 'end', on: 'send' });
    expect((await chat.act('send', { message: 'Hi' })).json).toMatchObject({
      statusCode: 2,
      chatEnded: true,
    });
  });
});

describe('the other side', () => {
  test('can be told to do something, beside its script', async () => {
    const { gms, chat } = await withFault({ name: 'delay', ms: 0, on: 'start' });
    gms.improvise({ do: 'emit', event: { type: 'Message', text: 'By the way' } });
    gms.improvise({ do: 'join', name: 'Ida', party: 'Agent', isBot: false });
    gms.improvise({ do: 'leave', by: 'Ida' });
    const reply = await chat.from(3);
    expect(types(reply)).toEqual(['Message', 'ParticipantJoined', 'ParticipantLeft']);
    expect(reply.json.messages?.[0]?.from.nickname).toBe('Echo');
    await chat.act('send', { message: 'Hi' });
    expect(said(gms)).toEqual(['By the way', 'Hi', 'Hi']);
  });

  test('does nothing that nobody is there to do, and nothing after the end', async () => {
    const { gms } = gmsForTest({ script: 'quiet' });
    const chat = await openV2(gms);
    gms.improvise({ do: 'emit', event: { type: 'Message', text: 'Nobody says this' } });
    gms.improvise({ do: 'leave', by: 'Ida' });
    await chat.act('disconnect');
    gms.improvise({ do: 'join', name: 'Ida', party: 'Agent', isBot: false });
    expect(gms.chats()[0]?.events.map(({ type }) => type)).toEqual(['ParticipantJoined', 'ParticipantLeft']);
  });
});

describe('a restart', () => {
  test('with the sessions goes on under another alias', async () => {
    const { gms, chat } = await withFault({ name: 'restart', keepSessions: true, on: 'send' });
    expect((await chat.act('send', { message: 'lost' })).damage).toEqual({ kind: 'lost' });
    await chat.act('send', { message: 'Hi' });
    const reply = await chat.from(1);
    expect(texts(reply)).toEqual(['Hi', 'Hi']);
    expect(reply.json.alias).not.toBe(chat.start.json.alias);
    expect(gms.chats()).toHaveLength(1);
  });

  test('without the sessions knows nobody', async () => {
    const { gms, chat } = await withFault({ name: 'restart', keepSessions: false, on: 'refresh' });
    await chat.from(1);
    expect(await chat.from(1)).toMatchObject({
      status: 404,
      json: { statusCode: 2, errors: [{ code: 249 }] },
    });
    expect(gms.chats()).toEqual([]);
    const v1 = await openV1(gms);
    gms.restart(false);
    expect((await v1.from(0)).status).toBe(404);
  });

  test('gives nobody the ids of those who were lost', async () => {
    const { gms, chat } = await withFault({ name: 'restart', keepSessions: false, on: 'refresh' });
    await chat.from(1);
    expect((await openV2(gms)).chatId).not.toBe(chat.chatId);
  });
});
