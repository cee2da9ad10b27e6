import { describe, expect, test } from 'vitest';
import { readHostMessage } from '../../src/host/readHostMessage.ts';
import { packSessionData } from '../../src/host/sessionData.ts';

const mark = { source: 'gms-chat-console', version: 1 };
const read = (fields: object) => readHostMessage({ ...mark, ...fields });

describe('what a host page sends', () => {
  test.for([null, undefined, 'connect', 7, [], {}, { type: 'greet' }, { ...mark, source: 'react-devtools' }])(
    'is nothing of ours: %j',
    (data) => {
      expect(readHostMessage(data)).toBe('foreign');
    },
  );

  test.for([
    { type: 'openConsole' },
    { type: 'toString' },
    { type: ['greet'] },
    { type: 'greet', version: 2 },
    { type: 'greet', version: '1' },
  ])('is of a kind that we do not know: %j', (fields) => {
    expect(read(fields)).toBe('unknown');
  });

  test.for([
    { type: 'show', isShown: 'false' },
    { type: 'show' },
    { type: 'update', userData: { basket: 3 } },
    { type: 'update', userData: ['basket'] },
    { type: 'update', userData: { '': 'x' } },
    { type: 'update', userData: { basket: 'x'.repeat(4_001) } },
    { type: 'update', userData: Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`n${at}`, ''])) },
    { type: 'update', userData: JSON.parse('{"__proto__":"x"}') },
    { type: 'update', ids: 'V1' },
    { type: 'connect', takesOver: 'yes' },
    { type: 'connect', grants: 'move' },
    { type: 'connect', customer: 'Ana' },
    { type: 'page', url: 'javascript:alert(1)' },
    { type: 'page', url: 'https://ana:secret@shop.test/' },
    { type: 'page', url: '/order/12' },
    { type: 'page', url: `https://shop.test/${'x'.repeat(2_000)}` },
    { type: 'rename', nickname: ' ' },
    { type: 'rename', nickname: 'x'.repeat(201) },
  ])('is refused as a whole where a part is not what it should be: %j', (fields) => {
    expect(read(fields)).toBe('malformed');
  });

  test('is read into something new that has only what we know', () => {
    expect(
      read({
        type: 'connect',
        ids: { visitID: 'V1', pageID: '<p>', other: 'x' },
        customer: { firstName: 'Ana', lastName: 7, address: 'Street 1', subject: '', provideCode: true },
        userData: { basket: '3', constructor: 'x' },
        takesOver: true,
        grants: ['close', 'move', 'explode'],
        url: 'https://evil.test/',
      }),
    ).toEqual({
      type: 'connect',
      ids: { visitID: 'V1' },
      customer: { firstName: 'Ana', provideCode: true },
      userData: { basket: '3', constructor: 'x' },
      takesOver: true,
      grants: ['move', 'close'],
    });
  });

  test('cannot say something by inheritance, and leaves no trace in it', () => {
    const inherited: unknown = Object.create({ ...mark, type: 'close' });
    expect(readHostMessage(inherited)).toBe('foreign');
    const ids: unknown = Object.create({ visitID: 'V1' });
    expect(read({ type: 'update', ids })).toEqual({ type: 'update', ids: {} });
    read({ type: 'connect', customer: JSON.parse('{"__proto__":{"polluted":"yes"}}') });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('may be as short as it likes', () => {
    expect(read({ type: 'connect' })).toEqual({ type: 'connect', takesOver: false, grants: [] });
    expect(read({ type: 'update' })).toEqual({ type: 'update' });
  });

  test('may be a page to show, or another name', () => {
    const url = 'https://shop.test/order?id=12#items';
    expect(read({ type: 'page', url, title: '<b>' })).toEqual({ type: 'page', url });
    expect(read({ type: 'rename', nickname: 'Ana S.' })).toEqual({ type: 'rename', nickname: 'Ana S.' });
  });

  const session = { chatId: '0003KaJ7', userId: '00C1', secureKey: 'TWly+w==', alias: '204' };
  const readSession = (given: unknown) => {
    const message = read({ type: 'connect', session: given });
    return typeof message === 'object' && message.type === 'connect' ? message.session : message;
  };

  test('may name a chat that it kept, with nothing else in it', () => {
    expect(readSession(packSessionData(session))).toEqual(session);
    expect(readSession(packSessionData({ ...session, via: 'bayeux' }))).toEqual({
      ...session,
      via: 'bayeux',
    });
    expect(readSession(JSON.stringify({ ...session, via: 'pigeon' }))).toEqual(session);
    expect(readSession(JSON.stringify({ ...session, base: 'https://evil.test/' }))).toEqual(session);
    expect(readSession(null)).toBeUndefined();
    expect(readSession(undefined)).toBeUndefined();
  });

  test.for([
    '',
    'C1',
    '{',
    '[]',
    'null',
    session,
    ...[
      { ...session, chatId: '../admin' },
      { ...session, chatId: '..' },
      { ...session, chatId: '' },
      { ...session, secureKey: '' },
      { ...session, secureKey: 'x'.repeat(2_001) },
      { ...session, userId: { toString: 'U' } },
      { ...session, alias: 204 },
    ].map((one) => JSON.stringify(one)),
  ])('names no chat, and says the rest all the same: %j', (given) => {
    expect(readSession(given)).toBeNull();
  });
});
