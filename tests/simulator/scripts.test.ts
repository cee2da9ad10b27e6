import { describe, expect, test } from 'vitest';
import { SCRIPT_NAMES } from '../../src/simulator/scripts/scripts.ts';
import { gmsForTest, indexes, openV1, openV2, texts, types } from './wire.ts';

/** Talks for a while: each line after ten seconds of quiet. */
async function talk(
  seed: number,
  lines: readonly string[],
  script: (typeof SCRIPT_NAMES)[number] = 'friendly',
) {
  const { gms, clock } = gmsForTest({ seed, script });
  const chat = await openV2(gms);
  for (const message of lines) {
    clock.advance(10_000);
    await chat.from(1);
    await chat.act('send', { message });
  }
  clock.advance(10_000);
  return { gms, reply: await chat.from(1) };
}

const CHATTER = ['Roaming?', 'And calls?', 'Thanks', 'One more thing', 'And another', 'Right', 'Hm', 'Well'];

describe('the friendly script', () => {
  test('greets, answers with a link, hands over, and goes on talking', async () => {
    const { reply } = await talk(1, CHATTER.slice(0, 4));
    const names = reply.json.messages
      ?.filter(({ type }) => type === 'ParticipantJoined')
      .map(({ from }) => from);
    expect(names).toMatchObject([
      { nickname: 'Mira', type: 'Client' },
      { nickname: 'Northwind Assistant', type: 'External' },
      { nickname: 'Maria Olsen', type: 'Agent' },
      { nickname: 'Jonas Berg', type: 'Agent' },
    ]);
    expect(texts(reply).join('\n')).toContain('https://example.com/roaming');
    expect(reply.json.chatEnded).toBe(false);
  });

  test.each([1, 2, 4])('ends when the visitor says goodbye in line %i', async (line) => {
    const { reply } = await talk(1, [...CHATTER.slice(0, line - 1), 'Thank you, bye!']);
    expect(reply.json.chatEnded).toBe(true);
    expect(texts(reply).at(-1)).toContain('lovely day');
  });

  test('ends after five more lines', async () => {
    expect((await talk(1, CHATTER.slice(0, 7))).reply.json.chatEnded).toBe(false);
    expect((await talk(1, CHATTER)).reply.json.chatEnded).toBe(true);
  });
});

test('the same seed gives the same transcript, another one another', async () => {
  const [first, second, other] = [await talk(3, CHATTER), await talk(3, CHATTER), await talk(4, CHATTER)];
  expect(second.reply.body).toBe(first.reply.body);
  expect(second.gms.chats()).toEqual(first.gms.chats());
  expect(texts(other.reply)).not.toEqual(texts(first.reply));
});

test('one chat changes nothing for another', async () => {
  const { gms, clock } = gmsForTest();
  const alone = await talk(7, CHATTER.slice(0, 4));
  const chat = await openV2(gms);
  await openV2(gms);
  for (const message of CHATTER.slice(0, 4)) {
    clock.advance(10_000);
    await chat.from(1);
    await chat.act('send', { message });
    gms.chats();
  }
  clock.advance(10_000);
  expect(texts(await chat.from(1))).toEqual(texts(alone.reply));
});

test.each(SCRIPT_NAMES)('the script %s runs in both APIs', async (script) => {
  const { gms, clock } = gmsForTest({ script });
  const [v2, v1] = [await openV2(gms), await openV1(gms)];
  for (let round = 0; round < 3; round += 1) {
    clock.advance(4000);
    await v2.act('send', { message: 'Hello' });
    await v1.act('send', { message: 'Hello' });
  }
  clock.advance(4000);
  expect((await v2.from(1)).json.statusCode).toBe(0);
  expect((await v1.from(0)).status).toBe(200);
});

test('quiet brings an agent and no word; nobody brings a word and no agent', async () => {
  const seen = async (script: 'quiet' | 'nobody') => {
    const { gms, clock } = gmsForTest({ script });
    const chat = await openV2(gms);
    clock.advance(40_000);
    return (await chat.from(2)).json.messages?.map(({ type, from }) => `${from.type} ${type}`);
  };
  expect(await seen('quiet')).toEqual(['Agent ParticipantJoined']);
  expect(await seen('nobody')).toEqual(['External ParticipantJoined', 'External Message']);
});

test('transfer leaves a hole in the indices and changes agents in one moment', async () => {
  const { gms, clock } = gmsForTest({ script: 'transfer' });
  const chat = await openV2(gms);
  clock.advance(20_000);
  const reply = await chat.from(1);
  expect(indexes(reply).slice(0, 9)).toEqual([1, 2, 3, 4, 5, 9, 10, 11, 12]);
  const handover = reply.json.messages?.filter(({ index }) => index === 10 || index === 11);
  expect(handover).toMatchObject([
    { type: 'ParticipantLeft', from: { nickname: 'Maria Olsen' } },
    { type: 'ParticipantJoined', from: { nickname: 'Jonas Berg' } },
  ]);
  expect(reply.json.nextPosition).toBe((indexes(reply).at(-1) ?? 0) + 1);
});

test.each([
  ['thousand', 1000],
  ['tenThousand', 10_000],
] as const)('%s arrives in one answer', async (script, count) => {
  const { gms, clock } = gmsForTest({ script });
  const chat = await openV2(gms);
  clock.advance(500);
  expect(texts(await chat.from(2))).toHaveLength(count);
});

test('hostile writes markup, a script address and a hundred thousand characters', async () => {
  const { gms, clock } = gmsForTest({ script: 'hostile' });
  const chat = await openV2(gms);
  clock.advance(500);
  const reply = await chat.from(1);
  expect(texts(reply)).toContainEqual(expect.stringContaining('<img src=x onerror='));
  expect(reply.json.messages).toContainEqual(
    expect.objectContaining({ type: 'PushUrl', text: 'javascript:alert(6)' }),
  );
  expect(Math.max(...texts(reply).map((text) => text?.length ?? 0))).toBeGreaterThan(100_000);
});

test('a bot is marked as one in each of its events, as an object or as text', async () => {
  const { gms, clock } = gmsForTest({ script: 'bot' });
  const chat = await openV2(gms);
  clock.advance(500);
  const events = (await chat.from(2)).json.messages;
  expect(events?.[0]).toMatchObject({ eventAttributes: { GCTI_SYSTEM: { 'party-info': { style: 'BOT' } } } });
  expect(events?.[1]).toMatchObject({
    eventAttributes: { GCTI_SYSTEM: { 'party-info': '{"style":"BOT"}' } },
  });
  expect(events?.[2]).toMatchObject({ eventAttributes: { 'structured-content': expect.anything() } });
});

test('echo repeats within the same answer', async () => {
  const chat = await openV2(gmsForTest({ script: 'echo' }).gms);
  const reply = await chat.act('send', { message: 'Hi', transcriptPosition: '3' });
  expect(texts(reply)).toEqual(['Hi', 'Hi']);
});

test('a script counts from the next chat on', async () => {
  const { gms } = gmsForTest({ script: 'nobody' });
  const first = await openV2(gms);
  gms.play('echo');
  const second = await openV2(gms);
  expect([types(first.start), types(second.start)]).toEqual([
    ['ParticipantJoined'],
    ['ParticipantJoined', 'ParticipantJoined'],
  ]);
});
