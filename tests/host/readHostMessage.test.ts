import { describe, expect, test } from 'vitest';
import { readHostMessage } from '../../src/host/readHostMessage.ts';

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
});
