import { describe, expect, test } from 'vitest';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import type { Conversation } from '../../src/session/conversation.ts';
import { applyEvents } from '../../src/session/conversation.ts';
import { emptyConversation } from '../../src/session/emptyConversation.ts';
import { happened, jonas, maria, me, NOON, said } from './samples.ts';

function fold(...batches: readonly (readonly ChatEvent[])[]): Conversation {
  return batches.reduce<Conversation>(
    (known, events) => applyEvents(known, [], events, NOON)[0],
    emptyConversation,
  );
}

function texts(conversation: Conversation) {
  return conversation.entries.map((entry) => (entry.kind === 'message' ? entry.text : entry.kind));
}

describe('the conversation', () => {
  test('shows a position once, however often it is delivered (F16)', () => {
    const hello = said(1, maria, 'Hello');
    expect(texts(fold([hello], [hello, said(2, maria, 'There')], [hello, hello]))).toEqual([
      'Hello',
      'There',
    ]);
  });

  test('orders by index, never by time or arrival (F17 F95)', () => {
    const late = { ...said(2, maria, 'two'), at: NOON + 99_000 };
    expect(texts(fold([said(3, maria, 'three'), late, said(1, maria, 'one')]))).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  test('fills a hole in its place when the missing one comes later', () => {
    const conversation = fold([said(1, maria, 'one'), said(3, maria, 'three')], [said(2, maria, 'two')]);
    expect(texts(conversation)).toEqual(['one', 'two', 'three']);
    expect(conversation.position).toBe(3);
  });

  test('moves its position over events that are not shown', () => {
    const hidden: ChatEvent = { type: 'signalled', text: 'x', index: 7, at: null, from: maria };
    expect(fold([hidden])).toMatchObject({ position: 7, entries: [] });
  });

  test('keeps events without an index, each once as delivered', () => {
    const conversation = fold([said(1, maria, 'one')], [said(null, maria, 'two')], [said(2, maria, 'three')]);
    expect(texts(conversation)).toEqual(['one', 'two', 'three']);
    expect(new Set(conversation.entries.map((entry) => entry.key)).size).toBe(3);
  });

  test('knows who is here, and does not believe old news about it', () => {
    const conversation = fold(
      [happened('joined', 1, maria), happened('left', 2, maria)],
      [happened('joined', 1, maria)],
    );
    expect(conversation.participants[maria.id]?.isPresent).toBe(false);
  });

  test('does not mention supervisors and systems that come and go', () => {
    const listener = { id: '9', role: 'supervisor', name: 'Lead' } as const;
    const router = { id: '8', role: 'system', name: 'Router' } as const;
    const conversation = fold([
      happened('joined', 1, listener),
      happened('joined', 2, router),
      said(3, router, 'Hello'),
    ]);
    expect(texts(conversation)).toEqual(['Hello']);
  });

  test('renames everywhere by participant, and says so in one line', () => {
    const renamed: ChatEvent = { type: 'renamed', index: 2, at: null, from: { ...me, name: 'Ana' } };
    const conversation = fold([said(1, me, 'Hi')], [renamed]);
    expect(conversation.participants[me.id]?.name).toBe('Ana');
    expect(conversation.entries[1]).toMatchObject({
      notice: { type: 'renamed', before: 'Visitor', after: 'Ana' },
    });
  });

  test('ends typing with a message, with leaving, and with the end of typing', () => {
    const typing = [happened('typingStarted', 1, maria), happened('typingStarted', 2, jonas)];
    const typingOf = (conversation: Conversation) =>
      Object.values(conversation.participants).flatMap((person) =>
        person.typingSince === null ? [] : [person.name],
      );
    expect(typingOf(fold(typing))).toEqual(['Maria', 'Jonas']);
    expect(typingOf(fold(typing, [said(3, maria, 'Hello')]))).toEqual(['Jonas']);
    expect(typingOf(fold(typing, [happened('left', 3, maria), happened('typingStopped', 4, jonas)]))).toEqual(
      [],
    );
  });

  test('takes ten thousand rows in one answer without copying the list for each', () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => said(row + 1, maria, `row ${row}`));
    const conversation = fold(rows, rows);
    expect(conversation.entries).toHaveLength(10_000);
    expect(conversation.position).toBe(10_000);
  });

  test('drops the warning about idleness as soon as somebody writes', () => {
    const warned: ChatEvent = {
      type: 'idleWarned',
      text: 'Still there?',
      secondsLeft: 45,
      index: 1,
      at: null,
      from: maria,
    };
    expect(fold([warned]).idle).toEqual({ text: 'Still there?', closesAt: NOON + 45_000 });
    expect(fold([warned], [said(2, me, 'Yes')]).idle).toBeNull();
  });
});
