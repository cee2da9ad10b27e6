import { describe, expect, test } from 'vitest';
import { gmsForTest, openV1, openV2, texts, types } from './wire.ts';

describe('a visitor who is silent', () => {
  test('for less than the time-out is still there', async () => {
    const { gms, clock } = gmsForTest();
    const chat = await openV2(gms);
    clock.advance(45_000);
    expect((await chat.from(1)).json.statusCode).toBe(0);
    clock.advance(45_000);
    expect((await chat.act('readReceipt', { transcriptPosition: '1' })).json.statusCode).toBe(0);
  });

  test('for longer is removed at that moment, in v2 and v1', async () => {
    const { gms, clock } = gmsForTest({ script: 'quiet' });
    const [v2, v1] = [await openV2(gms), await openV1(gms)];
    clock.advance(60_000);
    expect((await v2.from(1)).json).toMatchObject({
      statusCode: 2,
      chatEnded: true,
      errors: [{ code: 249 }],
    });
    expect((await v1.from(0)).status).toBe(400);
    const [view] = gms.chats();
    expect(view?.ended).toBe('silence');
    expect(view?.events.at(-1)?.at).toBe(Date.UTC(2026, 0, 2, 12, 0, 45));
  });

  test('is not kept alive by calls with a wrong key', async () => {
    const { gms, clock } = gmsForTest();
    const chat = await openV2(gms);
    clock.advance(30_000);
    await chat.act('refresh', { userId: 'other' });
    clock.advance(30_000);
    expect((await chat.from(1)).json).toMatchObject({ statusCode: 2, chatEnded: true });
  });

  test('for a day is still there in an asynchronous chat, whose agent wrote meanwhile', async () => {
    const { gms, clock } = gmsForTest({ script: 'friendly' });
    const chat = await openV2(gms, { nickname: 'Mira', 'userData[GCTI_Chat_AsyncMode]': 'true' });
    clock.advance(86_400_000);
    const answer = await chat.from(1);
    expect(answer.json).toMatchObject({ statusCode: 0, chatEnded: false });
    expect(texts(answer).length).toBeGreaterThan(0);
  });

  test('has another time-out when told so', async () => {
    const { gms, clock } = gmsForTest({ flexTimeoutMs: 2000 });
    const chat = await openV2(gms);
    clock.advance(2001);
    expect((await chat.from(1)).json.statusCode).toBe(2);
  });
});

describe('an inactivity alert', () => {
  async function warned() {
    const { gms, clock } = gmsForTest({ script: 'idle' });
    const chat = await openV2(gms);
    clock.advance(6000);
    const alert = await chat.from(4);
    expect(types(alert)).toEqual(['IdleAlert']);
    expect(alert.json.idleTimerExpire).toBe(20);
    return { gms, clock, chat };
  }

  test('counts down and closes the chat', async () => {
    const { clock, chat } = await warned();
    clock.advance(15_000);
    expect((await chat.from(5)).json.idleTimerExpire).toBe(5);
    clock.advance(5000);
    const closed = await chat.from(5);
    expect(closed.json.chatEnded).toBe(true);
    expect(types(closed)).toContain('IdleClose');
  });

  test.each([
    ['send', { message: 'I am here' }],
    ['customNotice', { message: '', eventAttributes: '{"purpose":"cancel-idle-timer"}' }],
  ])('is called off by %s, and comes again', async (operation, fields) => {
    const { clock, chat } = await warned();
    clock.advance(10_000);
    expect((await chat.act(operation, fields)).json).not.toHaveProperty('idleTimerExpire');
    clock.advance(4000);
    expect(types(await chat.from(6))).toEqual([]);
    clock.advance(1000);
    expect(types(await chat.from(6))).toEqual(['IdleAlert']);
  });
});

test('events carry the time at which they were due, however late they are fetched', async () => {
  const { gms, clock } = gmsForTest({ script: 'friendly' });
  const chat = await openV2(gms);
  clock.advance(30_000);
  expect(texts(await chat.from(1))).toHaveLength(4);
  const times = gms.chats()[0]?.events.map(({ at }) => at - Date.UTC(2026, 0, 2, 12));
  expect(times?.slice(0, 5)).toEqual([0, 300, 300, 2000, 2000]);
});
