import { describe, expect, test } from 'vitest';
import type { Quirk } from '../../src/simulator/settings.ts';
import { call, gmsForTest, indexes, openV2, post, texts, types } from './wire.ts';

describe('Chat API v2', () => {
  test('opens with the visitor as first event and all ids', async () => {
    const { gms } = gmsForTest({ script: 'nobody' });
    const { start } = await openV2(gms, {
      firstName: 'Mira',
      lastName: 'Solberg',
      'userData[visitID]': 'v-1',
    });
    expect(start.json).toMatchObject({ statusCode: 0, chatEnded: false, nextPosition: 2 });
    expect(start.json.messages).toEqual([
      {
        from: { nickname: 'Mira Solberg', participantId: 1, type: 'Client' },
        index: 1,
        type: 'ParticipantJoined',
        utcTime: Date.UTC(2026, 0, 2, 12),
      },
    ]);
    expect(gms.chats()[0]?.userData).toEqual({ visitID: 'v-1' });
  });

  test('takes the start with a trailing slash, empty ids and as multipart', async () => {
    const { gms } = gmsForTest();
    const widgets = {
      nickname: 'Mira',
      alias: '',
      secureKey: '',
      userId: '',
      text: '',
      firstName: '',
      lastName: '',
    };
    expect((await post(gms, '/2/chat/samples_new/', widgets)).json.statusCode).toBe(0);
    const parts = [
      '--x',
      'Content-Disposition: form-data; name="nickname"',
      '',
      'Mira & Co',
      '--x--',
      '',
    ].join('\r\n');
    const { json } = await post(gms, '/2/chat/samples_new', parts, {
      'content-type': 'multipart/form-data; boundary=x',
    });
    expect(json.messages?.[0]?.from.nickname).toBe('Mira & Co');
  });

  test('carries a message out and back', async () => {
    const { gms } = gmsForTest({ script: 'quiet' });
    const chat = await openV2(gms);
    const sent = await chat.act('send', { message: 'A + B & C %', transcriptPosition: '2' });
    expect(sent.json.messages).toMatchObject([
      { index: 2, type: 'Message', text: 'A + B & C %', from: { type: 'Client' } },
    ]);
    expect(texts(await chat.from(1))).toEqual(['A + B & C %']);
  });

  test('answers a send without a position with no events but with the next position', async () => {
    const { gms } = gmsForTest({ script: 'quiet' });
    const chat = await openV2(gms);
    expect((await chat.act('send', { message: 'Hello' })).json).toMatchObject({
      messages: [],
      nextPosition: 3,
    });
  });

  test('reads positions as the documents say', async () => {
    const { gms } = gmsForTest({ script: 'echo' });
    const chat = await openV2(gms);
    await chat.act('send', { message: 'one' });
    expect(indexes(await chat.act('refresh'))).toEqual([1, 2, 3, 4]);
    expect(indexes(await chat.from(1))).toEqual([1, 2, 3, 4]);
    expect(indexes(await chat.from(3))).toEqual([3, 4]);
    expect(indexes(await chat.from(9))).toEqual([]);
    expect(indexes(await chat.from(0))).toEqual([]);
    expect(indexes(await chat.from(-1))).toEqual([4]);
    gms.inject({ name: 'end', on: 'refresh' });
    // who asks for the last event alone has not been told how the chat ended, and may still ask
    expect((await chat.from(-1)).json).toMatchObject({ statusCode: 0, chatEnded: true });
    expect(indexes(await chat.from(4))).toEqual([4, 5, 6]);
    expect((await chat.from(4)).json.statusCode).toBe(2);
  });

  test('accepts the secure key alone', async () => {
    const { gms } = gmsForTest();
    const { chatId, secureKey } = await openV2(gms);
    expect((await post(gms, `/2/chat/samples_new/${chatId}/refresh`, { secureKey })).json.statusCode).toBe(0);
  });

  test('takes the preview from typing and from refresh, and forgets it with a message', async () => {
    const { gms } = gmsForTest();
    const chat = await openV2(gms);
    const draft = () => gms.chats()[0]?.draft;
    await chat.act('startTyping', { message: 'He' });
    expect(draft()).toBe('He');
    await chat.act('refresh', { message: 'Hell', transcriptPosition: '1' });
    expect(draft()).toBe('Hell');
    await chat.act('send', { message: 'Hello' });
    expect(draft()).toBe('');
    expect(texts(await chat.from(1))).toEqual(['Hello']);
  });

  test('renames, pushes, notes, reads and updates', async () => {
    const { gms } = gmsForTest({ script: 'quiet' });
    const chat = await openV2(gms);
    await chat.act('updateNickname', { nickname: 'Mira S.' });
    await chat.act('pushUrl', { pushUrl: 'https://example.com/a?b=1&c=2' });
    await chat.act('customNotice', { message: 'wake', eventAttributes: '{"purpose":"cancel-idle-timer"}' });
    await chat.act('updateData', { 'userData[segment]': 'gold' });
    await chat.act('readReceipt', { transcriptPosition: '3' });
    const seen = await chat.from(2);
    expect(seen.json.messages).toMatchObject([
      { type: 'NicknameUpdated', from: { nickname: 'Mira S.' } },
      { type: 'PushUrl', text: 'https://example.com/a?b=1&c=2' },
      { type: 'CustomNotice', text: 'wake', eventAttributes: { purpose: 'cancel-idle-timer' } },
    ]);
    expect(gms.chats()[0]).toMatchObject({ userData: { segment: 'gold' }, readUpTo: 3 });
  });

  test('tells the file limits as text, in an event without an index', async () => {
    const { gms } = gmsForTest();
    const chat = await openV2(gms);
    const { json } = await chat.act('file/limits');
    expect(json).not.toHaveProperty('nextPosition');
    expect(json.messages).toMatchObject([
      { type: 'Notice', text: 'file-client-cfg-get', userData: { 'upload-max-files': '3' } },
    ]);
    expect(indexes({ ...(await chat.act('file/limits')) })).toEqual([undefined]);
  });

  test('delivers the last words before the end, once', async () => {
    const { gms, clock } = gmsForTest({ script: 'agentEnds' });
    const chat = await openV2(gms);
    clock.advance(5000);
    const last = await chat.from(2);
    expect(last.json).toMatchObject({ statusCode: 0, chatEnded: true });
    expect(types(last)).toEqual(['ParticipantJoined', 'Message', 'ParticipantLeft', 'ParticipantLeft']);
    expect((await chat.from(6)).json).toMatchObject({
      statusCode: 2,
      chatEnded: true,
      errors: [{ code: 249 }],
    });
  });

  test('refuses a message to a chat that is over, and still delivers its end', async () => {
    const { gms, clock } = gmsForTest({ script: 'agentEnds' });
    const chat = await openV2(gms);
    clock.advance(5000);
    expect((await chat.act('send', { message: 'Hello?' })).json).toMatchObject({
      statusCode: 2,
      chatEnded: true,
    });
    expect((await chat.from(2)).json).toMatchObject({ statusCode: 0, chatEnded: true });
  });

  test('ends when the visitor leaves', async () => {
    const { gms } = gmsForTest();
    const chat = await openV2(gms);
    expect((await chat.act('disconnect')).json).toMatchObject({ statusCode: 0, chatEnded: true });
    expect((await chat.from(1)).json).toMatchObject({ statusCode: 2, chatEnded: true });
    expect(gms.chats()[0]?.ended).toBe('visitor');
  });

  test('knows no chat of another service, and no other method', async () => {
    const { gms } = gmsForTest();
    const { chatId, secureKey } = await openV2(gms);
    expect((await post(gms, `/2/chat/other/${chatId}/refresh`, { secureKey })).status).toBe(404);
    expect((await post(gms, '/2/chat/samples_new/constructor/refresh', { secureKey })).status).toBe(404);
    expect((await call(gms, 'GET', `/2/chat/samples_new/${chatId}/refresh`)).status).toBe(405);
  });
});

describe('servers differ', () => {
  test('the bare start has neither nextPosition nor chatEnded', async () => {
    const { gms } = gmsForTest({ quirks: ['bare-start'] });
    const { start } = await openV2(gms);
    expect(Object.keys(start.json)).not.toEqual(expect.arrayContaining(['nextPosition']));
    expect(start.json).not.toHaveProperty('chatEnded');
  });

  test('an index may be text, and fields may come that nobody knows', async () => {
    const { gms } = gmsForTest({ quirks: ['text-index', 'extra-fields'] });
    const { start } = await openV2(gms);
    expect(start.json).toMatchObject({ futureField: {}, messages: [{ index: '1', futureField: {} }] });
  });

  test('typing takes an index, or none and comes once, or does not come', async () => {
    const typingOf = async (quirks: readonly Quirk[]) => {
      const { gms, clock } = gmsForTest({ script: 'friendly', quirks });
      const chat = await openV2(gms);
      clock.advance(2500);
      const isTyping = ({ type }: { type: string }) => type === 'TypingStarted';
      const [first, second] = [await chat.from(1), await chat.from(1)];
      return [first, second].map(({ json }) => json.messages?.filter(isTyping).map(({ index }) => index));
    };
    expect(await typingOf([])).toEqual([[5], [5]]);
    expect(await typingOf(['loose-typing'])).toEqual([[undefined], []]);
    expect(await typingOf(['no-typing'])).toEqual([[], []]);
  });

  test('own typing stays away unless the server returns it', async () => {
    const own = async (quirks: readonly Quirk[]) => {
      const chat = await openV2(gmsForTest({ script: 'nobody', quirks }).gms);
      await chat.act('startTyping');
      await chat.act('stopTyping');
      return types(await chat.from(2));
    };
    expect(await own([])).toEqual([]);
    expect(await own(['own-typing'])).toEqual(['TypingStarted', 'TypingStopped']);
  });
});
