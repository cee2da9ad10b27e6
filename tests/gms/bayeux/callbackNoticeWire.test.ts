import { expect, test } from 'vitest';
import { readCallbackNotice } from '../../../src/gms/bayeux/callbackNoticeWire.ts';

const notice = { _id: '533-0d9e', _action: 'connect' };
const read = { serviceId: '533-0d9e', action: 'connect' };

test.each<[string, unknown]>([
  ['an object', { id: 'x', tag: 'service.callback.533-0d9e', message: notice }],
  ['JSON text', { message: JSON.stringify(notice) }],
  ['keys beside each other', { ...notice, tag: 'service.callback.533-0d9e' }],
])('a notice is read from %s', (_, data) => {
  expect(readCallbackNotice(data)).toEqual(read);
});

test.each<[string, unknown]>([
  ['a frame of a chat', { tag: 'service.chat.refresh.533', message: { chatIxnState: 'TRANSCRIPT' } }],
  ['nothing', null],
  ['text that is no JSON', { message: 'connect' }],
  ['an id alone', { message: { _id: '533-0d9e' } }],
  ['an action that would climb out of its path', { message: { ...notice, _action: '../../admin' } }],
  ['an id with a slash', { message: { ...notice, _id: 'a/b' } }],
  ['a number for an action', { message: { ...notice, _action: 7 } }],
])('%s is no notice', (_, data) => {
  expect(readCallbackNotice(data)).toBeNull();
});
