import { describe, expect, test } from 'vitest';
import { readConsoleMessage } from '../../src/host/launcher/readConsoleMessage.ts';
import type { ConsoleMessage } from '../../src/host/messages.ts';
import { envelope } from '../../src/host/messages.ts';

const MESSAGES: readonly ConsoleMessage[] = [
  { type: 'hello' },
  { type: 'ready' },
  { type: 'state', phase: 'chat' },
  { type: 'agent', action: 'left', name: '' },
  { type: 'unread', count: 0 },
  { type: 'message', from: 'agent', count: 2 },
  { type: 'message', from: 'agent', count: 2, text: 'Hello' },
  { type: 'ended', reason: 'agent' },
  { type: 'size', width: 400, height: 640.5 },
  { type: 'diagnostic', code: 'bad-scenario' },
  { type: 'diagnostic', code: 'bad-value', key: 'brand.accent' },
  { type: 'wish', wish: 'move' },
  { type: 'moved' },
];

describe('what the console says', () => {
  test.each(MESSAGES)('$type is read as it is', (message) => {
    expect(readConsoleMessage(envelope(message))).toEqual(message);
  });

  test('fields that nobody knows stay outside', () => {
    const message = { ...envelope({ type: 'unread', count: 2 }), url: 'javascript:alert(1)', text: 'secret' };
    expect(readConsoleMessage(message)).toEqual({ type: 'unread', count: 2 });
  });
});

describe('what somebody else says', () => {
  const good = envelope({ type: 'unread', count: 2 });
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', JSON.stringify(good)],
    ['a list', [good]],
    ['no source', { ...good, source: undefined }],
    ['another source', { ...good, source: 'react-devtools' }],
    ['another version', { ...good, version: 2 }],
    ['a version as text', { ...good, version: '1' }],
    ['an unknown type', { ...good, type: 'navigate' }],
    ['a type of every object', { ...good, type: 'constructor' }],
    ['a type of every object, hidden', { ...good, type: '__proto__' }],
    ['no field', { ...good, count: undefined }],
    ['a number as text', { ...good, count: '2' }],
    ['a number that is none', { ...good, count: Number.NaN }],
    ['a negative number', { ...good, count: -1 }],
    ['a number without end', { ...good, count: Infinity }],
    ['an action nobody does', { ...envelope({ type: 'agent', action: 'left', name: 'M' }), action: 'x' }],
    ['a text that is an object', { ...envelope({ type: 'state', phase: 'chat' }), phase: { toString: 1 } }],
    ['an optional text that is none', { ...envelope({ type: 'diagnostic', code: 'x' }), key: 5 }],
  ])('%s is dropped', (_, data) => {
    expect(readConsoleMessage(data)).toBeNull();
  });

  test('a prototype cannot answer for a message', () => {
    expect(readConsoleMessage(Object.create(good))).toBeNull();
    expect(readConsoleMessage(JSON.parse(`{"__proto__":${JSON.stringify(good)}}`))).toBeNull();
  });

  test('a message cannot change what every object is', () => {
    const text =
      '{"source":"gms-chat-console","version":1,"type":"state","phase":"x","__proto__":{"evil":1}}';
    expect(readConsoleMessage(JSON.parse(text))).toEqual({ type: 'state', phase: 'x' });
    expect(Object.hasOwn(Object.prototype, 'evil')).toBe(false);
  });
});
