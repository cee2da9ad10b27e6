import { describe, expect, test } from 'vitest';
import { gmsForTest, openV2, post } from './wire.ts';

const CHAT = '/2/chat/samples_new';

describe('a start needs a name and a sound address', () => {
  test.each([
    [{}, 161],
    [{ nickname: '' }, 161],
    [{ firstName: 'Mira' }, 103],
    [{ lastName: 'Solberg' }, 102],
    [{ nickname: 'Mira', emailAddress: 'mira' }, 364],
    [{ nickname: 'Mira', text: 'x'.repeat(4001) }, 204],
  ])('%j is refused with %i', async (fields, code) => {
    const { gms } = gmsForTest();
    const { status, json } = await post(gms, CHAT, fields);
    expect([status, json.statusCode, json.errors?.[0]?.code]).toEqual([400, 2, code]);
    expect(gms.chats()).toEqual([]);
  });

  test('some servers refuse with HTTP 200', async () => {
    const { gms } = gmsForTest({ refusalStatus: 200 });
    expect(await post(gms, CHAT)).toMatchObject({
      status: 200,
      json: { statusCode: 2, errors: [{ code: 161 }] },
    });
  });

  test('an empty e-mail address is none', async () => {
    const { gms } = gmsForTest();
    expect((await post(gms, CHAT, { nickname: 'Mira', emailAddress: '' })).json.statusCode).toBe(0);
  });
});

test.each([
  ['typo', { statusCode: 2, errors: [{ code: 306 }] }],
  ['closed', { statusCode: 2, chatEnded: true, errors: [{ code: 240 }] }],
])('the service %s starts no chat', async (service, refusal) => {
  const { gms } = gmsForTest();
  expect(await post(gms, `/2/chat/${service}`, { nickname: 'Mira' })).toMatchObject({
    status: 200,
    json: refusal,
  });
});

describe('a text over the limit', () => {
  const refusal = { statusCode: 2, chatEnded: false, errors: [{ code: 204 }] };

  test('is refused by send, and the chat goes on', async () => {
    const chat = await openV2(gmsForTest({ maxMessageLength: 10 }).gms);
    expect((await chat.act('send', { message: 'x'.repeat(11) })).json).toMatchObject(refusal);
    expect((await chat.act('send', { message: '👍'.repeat(10) })).json.statusCode).toBe(0);
  });

  test('is refused as a preview by refresh, and the chat goes on', async () => {
    const chat = await openV2(gmsForTest({ maxMessageLength: 10 }).gms);
    expect((await chat.act('refresh', { message: 'x'.repeat(11) })).json).toMatchObject(refusal);
    expect((await chat.from(1)).json.statusCode).toBe(0);
  });
});

test('an empty message is refused', async () => {
  const chat = await openV2(gmsForTest().gms);
  expect((await chat.act('send', { message: '' })).json).toMatchObject({ statusCode: 2, chatEnded: false });
});

test('a wrong secure key is refused, and costs the chat', async () => {
  const { gms } = gmsForTest();
  const chat = await openV2(gms);
  const refused = await chat.act('refresh', { secureKey: '0000' });
  expect(refused.json).toMatchObject({ statusCode: 2, chatEnded: false, errors: [{ code: 249 }] });
  expect((await chat.from(1)).json).toMatchObject({ statusCode: 2, chatEnded: true });
  expect(gms.chats()[0]?.ended).toBe('badKey');
});

test('a wrong user id is refused, and the chat goes on', async () => {
  const chat = await openV2(gmsForTest().gms);
  expect((await chat.act('refresh', { userId: 'other' })).json.statusCode).toBe(2);
  expect((await chat.from(1)).json.statusCode).toBe(0);
});

test('an old alias is taken', async () => {
  const chat = await openV2(gmsForTest().gms);
  expect((await chat.act('refresh', { alias: '999' })).json.statusCode).toBe(0);
});
