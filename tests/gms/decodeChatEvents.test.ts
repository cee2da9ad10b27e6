import { describe, expect, test } from 'vitest';
import { readChatReply } from '../../src/gms/chatV2/chatReplyWire.ts';
import { decodeChatEvents } from '../../src/gms/chatV2/decodeChatEvents.ts';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import { tell } from './wireTelling.ts';

function eventsOf(messages: readonly unknown[], rest: object = {}): readonly ChatEvent[] {
  return decodeChatEvents(readChatReply({ statusCode: 0, messages, ...rest }));
}

function toldOf(messages: readonly unknown[], rest: object = {}): readonly string[] {
  return eventsOf(messages, rest).map(tell);
}

describe('an event', () => {
  const jonas = { nickname: 'Jonas', participantId: 3, type: 'AGENT' };

  test.each([
    [{ type: 'message', text: 'case', index: '8' }, '8 agent Jonas said case'],
    [{ type: 'Message', index: 8, text: '  ' }, '8 agent Jonas signalled '],
    [{ type: 'Message', index: 8, text: '{start:123456789}' }, '8 agent Jonas signalled {start:123456789}'],
    [{ type: 'Message', index: 8, text: 5 }, '8 agent Jonas signalled '],
    [{ type: 'PushUrl', index: 8 }, '8 agent Jonas signalled '],
    [{ type: 'FileUploaded', index: 8, userData: {} }, '8 agent Jonas signalled '],
    [{ type: 'FileUploaded', index: 8, userData: { 'file-id': 7 } }, '8 agent Jonas fileShared 7 '],
    [{ type: 'Notice', index: 8, text: 'keyword' }, '8 agent Jonas signalled keyword'],
    [{ type: 'Notice', index: 8, text: 'We close soon.' }, '8 agent Jonas announced We close soon.'],
    [
      { type: 'Notice', index: 8, text: 'file-client-cfg-get' },
      '8 agent Jonas signalled file-client-cfg-get',
    ],
    [{ type: 'IdleAlert', index: 8 }, '8 agent Jonas idleWarned '],
    [{ type: 'Hologram', index: 8 }, '8 agent Jonas unknown '],
    [{ index: 8, text: 'typeless' }, '8 agent Jonas signalled typeless'],
    [{ type: 'TypingStarted', index: null }, '- agent Jonas typingStarted'],
    [{ type: 'Message', text: 'x', index: -1 }, '- agent Jonas said x'],
    [{ type: 'Message', text: 'x', index: 1.5 }, '- agent Jonas said x'],
    [{ type: 'Message', text: 'x', index: 0 }, '- agent Jonas said x'],
    [{ type: 'Message', text: 'x', index: 'NaN' }, '- agent Jonas said x'],
    [{ type: 'Message', text: 'x', index: 9e15 }, '- agent Jonas said x'],
  ])('%o is told as "%s"', (row, told) => {
    expect(toldOf([{ from: jonas, ...row }])).toEqual([told]);
  });

  test('of rich content has the words that come with it, unless it has its own', () => {
    const rich = (content: unknown) => ({ 'structured-content': { 'genesys-chat': { content } } });
    expect(
      toldOf([
        { type: 'Structured', index: 1, eventAttributes: rich({ text: 'as object' }) },
        { type: 'Structured', index: 2, eventAttributes: rich('{"text":"as JSON"}') },
        { type: 'Structured', index: 3, eventAttributes: rich('{"text":"broken'), text: 'plain' },
        { type: 'Structured', index: 4, eventAttributes: rich('{"text":"broken') },
        { type: 'Message', index: 5, eventAttributes: rich({ text: 'rich' }), text: 'own' },
      ]),
    ).toEqual([
      '1 system  said as object',
      '2 system  said as JSON',
      '3 system  said plain',
      '4 system  signalled ',
      '5 system  said own',
    ]);
  });

  test('names the message that it answers, when it says so', () => {
    const related = (id: unknown) => ({ 'general-properties': JSON.stringify({ 'related-event-id': id }) });
    const answers = ['12', 12, 'x', undefined].map((id) => {
      const [event] = eventsOf([{ type: 'Message', text: 'a', index: 13, eventAttributes: related(id) }]);
      return event && 'answers' in event ? event.answers : null;
    });
    expect(answers).toEqual([12, 12, null, null]);
  });

  test('comes from a bot when the party says so', () => {
    const bot = { GCTI_SYSTEM: { 'party-info': '{"style":"BOT"}' } };
    const eventAttributes = { GCTI_SYSTEM: JSON.stringify(bot.GCTI_SYSTEM) };
    expect(
      toldOf([
        {
          type: 'ParticipantJoined',
          index: 1,
          from: { type: 'External', nickname: 'Robo' },
          eventAttributes: bot,
        },
        {
          type: 'ParticipantJoined',
          index: 2,
          from: { type: 'External', nickname: 'Robo' },
          eventAttributes,
        },
        {
          type: 'ParticipantJoined',
          index: 3,
          from: { type: 'Client', nickname: 'Mira' },
          eventAttributes: bot,
        },
        { type: 'ParticipantJoined', index: 4, from: { type: 'supervisor', nickname: 'Eva' } },
      ]),
    ).toEqual(['1 bot Robo joined', '2 bot Robo joined', '3 me Mira joined', '4 supervisor Eva joined']);
  });

  test('that is broken does not break the others, and keeps its place (F28)', () => {
    const rows = [
      { type: 'Message', text: 'a' },
      null,
      'x',
      3,
      [],
      { from: 'nobody', type: {} },
      { type: 'Message', text: 'b' },
    ];
    expect(toldOf(rows, { nextPosition: 17 })).toEqual([
      '10 system  said a',
      '11 system  signalled ',
      '12 system  signalled ',
      '13 system  signalled ',
      '14 system  signalled ',
      '15 system  signalled ',
      '16 system  said b',
    ]);
    expect(toldOf(rows)).toEqual(['- system  said a', '- system  said b']);
  });

  test('without an index is not given one that another has', () => {
    const rows = [
      { type: 'Message', text: 'a' },
      { type: 'Message', text: 'b', index: 15 },
      { type: 'Message', text: 'c' },
    ];
    expect(toldOf(rows, { nextPosition: 16 })).toEqual([
      '13 system  said a',
      '15 system  said b',
      '- system  said c',
    ]);
  });

  test.each([1767355200000, 0, -1, 9e15, '1767355200000', null, undefined])(
    'has a time when it is one: %j (F36)',
    (utcTime) => {
      const events = eventsOf([{ type: 'Message', text: 'x', index: 8, utcTime }]);
      expect(events[0]?.at).toBe(utcTime === 1767355200000 ? utcTime : null);
    },
  );

  test('names its sender by participantId, or by type and nickname', () => {
    const events = eventsOf([
      { type: 'Message', text: 'x', from: jonas },
      { type: 'Message', text: 'x', from: { ...jonas, participantId: null } },
    ]);
    expect(events.map((event) => event.from.id)).toEqual(['3', 'agent:Jonas']);
  });
});
