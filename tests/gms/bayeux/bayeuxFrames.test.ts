import type { Transport } from 'cometd';
import { expect, test } from 'vitest';
import { withReadableFrames } from '../../../src/gms/bayeux/bayeuxFrames.ts';

function carrier(type: 'websocket' | 'long-polling') {
  const transport: Transport = { type, url: '', accept: () => true, abort: () => undefined };
  const read: unknown = Reflect.get(withReadableFrames(transport), 'convertToMessages');
  if (typeof read !== 'function') throw new Error('There is nothing to read with');
  return (frame: unknown): unknown => read(frame);
}

const GOOD = { channel: '/_genesys', data: { number: 1 } };

test('messages are read, and what is none between them is left out', () => {
  const frame = JSON.stringify([null, GOOD, 7, 'x', {}, { channel: 7 }, [GOOD]]);
  expect(carrier('websocket')(frame)).toEqual([GOOD]);
  expect(carrier('long-polling')(frame)).toEqual([GOOD]);
});

test.each([
  ['HTML', '<!doctype html>'],
  ['half a list', '[{"channel":"/_gen'],
  ['null', 'null'],
  ['one message without its list', JSON.stringify(GOOD)],
  ['nothing', ''],
  ['bytes', new ArrayBuffer(8)],
  ['more than five megabytes', `[${JSON.stringify(GOOD)}${' '.repeat(5 * 1024 * 1024)}]`],
])('F23 F24 F25 F39 P09: %s is passed over on a socket, and no answer to a request', (_, frame) => {
  expect(carrier('websocket')(frame)).toEqual([]);
  expect(() => carrier('long-polling')(frame)).toThrow('Not an answer');
});
