import { describe, expect, test } from 'vitest';
import { createServiceDesk } from '../../src/gms/callback/callbackDesk.ts';
import { json, settings, startFakeGms } from './fakeGms.ts';
import { plainOrder } from './orders.ts';
import { createTestClock } from './testClock.ts';
import { failureOf } from './wireTelling.ts';

const gms = startFakeGms();
const { signal } = new AbortController();
const desk = createServiceDesk(settings, createTestClock(), () => true);

function answerWith(body: unknown) {
  gms.answer(() => json(body));
  return desk.start(plainOrder, signal);
}

const chat = (path: string, subject: string | null = null) => ({
  type: 'startChat',
  invitation: { path, subject },
});
const dial = { type: 'dial', number: '5550177', label: '', accessCode: null, expiresInSeconds: null };

test.each([
  ['an id only', { _id: '361-9a2d' }, { type: 'wait', serviceId: '361-9a2d' }],
  ['an id under its other name', { id: 4711 }, { type: 'wait', serviceId: '4711' }],
  ['an id that is none', { _id: '../admin' }, { type: 'other', serviceId: null, text: '' }],
  [
    'DialNumber',
    {
      _id: '1',
      _action: 'DialNumber',
      _tel_url: 'tel:+47-5550177',
      _label: 'Call us',
      _access_code: 481926,
      _expiration_time: '30',
    },
    {
      type: 'dial',
      serviceId: '1',
      number: '+47-5550177',
      label: 'Call us',
      accessCode: '481926',
      expiresInSeconds: 30,
    },
  ],
  [
    'a number that is escaped',
    { _action: 'DialNumber', _tel_url: 'tel:%2B475550177' },
    { ...dial, serviceId: null, number: '+475550177' },
  ],
  [
    'a number that is escaped badly',
    { _action: 'DialNumber', _tel_url: 'tel:100%' },
    { ...dial, serviceId: null, number: '100%' },
  ],
  [
    'DialNumber without a number',
    { _action: 'DialNumber', _label: 'Call us' },
    { type: 'other', serviceId: null, text: 'Call us' },
  ],
  ['an access number', { _id: '1', _access_number: 5550177 }, { ...dial, serviceId: '1' }],
  [
    'ConfirmationDialog',
    {
      _id: '1',
      _dialog_id: '0',
      _action: 'ConfirmationDialog',
      _text: 'We are calling you now',
      _ok_title: 'Ok',
    },
    { type: 'confirm', serviceId: '1', text: 'We are calling you now', okTitle: 'Ok' },
  ],
  [
    'a text only',
    { _id: '1', _text: 'Thank you' },
    { type: 'confirm', serviceId: '1', text: 'Thank you', okTitle: null },
  ],
  [
    'camel case',
    { _text: 'Thank you', _okTitle: 'Fine' },
    { type: 'confirm', serviceId: null, text: 'Thank you', okTitle: 'Fine' },
  ],
  [
    'both cases',
    { _text: 'x', _okTitle: 'no', _ok_title: 'yes' },
    { type: 'confirm', serviceId: null, text: 'x', okTitle: 'yes' },
  ],
  [
    'a text before an access number',
    { _text: 'x', _access_number: '1' },
    { type: 'confirm', serviceId: null, text: 'x', okTitle: null },
  ],
  [
    'StartChat',
    {
      _id: '361-9a2d',
      _action: 'StartChat',
      _start_chat_url: 'http://in:8080/genesys/1/service/361-9a2d/ixn/chat?x=1',
      _chat_parameters: { subject: 'Invoice' },
    },
    { serviceId: '361-9a2d', ...chat('/1/service/361-9a2d/ixn/chat', 'Invoice') },
  ],
  [
    'StartChat without an address',
    { _id: '1', _action: 'StartChat' },
    { serviceId: '1', ...chat('/1/service/1/ixn/chat') },
  ],
  [
    'StartChat with an address that is not ours',
    { _id: '1', _action: 'StartChat', _start_chat_url: 'https://evil.example/steal' },
    { serviceId: '1', ...chat('/1/service/1/ixn/chat') },
  ],
  [
    'StartChat without an id',
    { _action: 'StartChat', _startChatUrl: '/genesys/1/service/7/ixn/chat' },
    { serviceId: null, ...chat('/1/service/7/ixn/chat') },
  ],
  [
    'a create address',
    { _id: '1', '_chatIxnAPI-CREATE-URL': '/genesys/1/service/1/ixn/chat' },
    { serviceId: '1', ...chat('/1/service/1/ixn/chat') },
  ],
  [
    'an unknown action',
    { _id: '1', _action: 'PlayVideo', _label: 'Look' },
    { type: 'other', serviceId: '1', text: 'Look' },
  ],
  ['something else', { msg: 'hello' }, { type: 'other', serviceId: null, text: '' }],
  [
    'odd types everywhere',
    { _id: {}, _text: 3, _content: 'x', _access_number: [] },
    { type: 'other', serviceId: null, text: '' },
  ],
  ['a message with an id', { _id: '1', message: 'fine' }, { type: 'wait', serviceId: '1' }],
  [
    'an empty menu',
    { _action: 'DisplayMenu', _label: 'Choose', _content: [] },
    { type: 'other', serviceId: null, text: 'Choose' },
  ],
])('%s', async (_, body, reply) => {
  expect(await answerWith(body)).toEqual(reply);
});

test('a menu has all groups, and choices that lead elsewhere cannot be taken', async () => {
  const reply = await answerWith({
    _id: '533-0d9e',
    _action: 'DisplayMenu',
    _label: 'An agent is ready',
    _content: [
      {
        _group_name: 'What next?',
        _group_content: [
          {
            _label: 'Connect me',
            _user_action_url: 'http://gms.example:8080/genesys/1/service/533-0d9e/connect',
          },
          { _label: 'Elsewhere', _user_action_url: 'https://evil.example/collect' },
          { _user_action_url: '/genesys/1/service/533-0d9e/nameless' },
          'not an entry',
        ],
      },
      { _group_name: 'Nothing', _group_content: [] },
      {
        _groupName: 'Later',
        _groupContent: [{ _label: 'Cancel', _userActionUrl: '/genesys/1/service/533-0d9e/cancel' }],
      },
      null,
    ],
  });
  expect(reply).toEqual({
    type: 'menu',
    serviceId: '533-0d9e',
    label: 'An agent is ready',
    groups: [
      {
        name: 'What next?',
        choices: [
          { label: 'Connect me', path: '/1/service/533-0d9e/connect' },
          { label: 'Elsewhere', path: null },
        ],
      },
      { name: 'Later', choices: [{ label: 'Cancel', path: '/1/service/533-0d9e/cancel' }] },
    ],
  });
});

test.each([
  [{ error: 'No agents', _id: '1', _action: 'StartChat' }, { kind: 'refused' }],
  [
    { exception: 'com.genesyslab.CallbackExceptionNumber', _id: '1' },
    { kind: 'refused', exception: 'CallbackExceptionNumber' },
  ],
  [{ message: 'No such service' }, { kind: 'refused' }],
  [{ _action: 'StartChat' }, { kind: 'unreadable' }],
])('%o is the failure %o', async (body, failure) => {
  expect(await failureOf(answerWith(body))).toEqual(failure);
});

describe('going on with a dialog', () => {
  test('posts an empty form to the address of the choice', async () => {
    gms.answer(() => json({ _id: '2', _text: 'Done' }));
    expect(await desk.follow('/1/service/1/connect?step=2', signal)).toMatchObject({
      type: 'confirm',
      serviceId: '2',
    });
    const [sent] = gms.requests;
    expect(sent?.path).toBe('/1/service/1/connect?step=2');
    expect(sent?.text).toBe('');
    expect(sent?.headers.get('Content-Type')).toMatch('application/x-www-form-urlencoded');
    expect(sent?.headers.get('gms_user')).toBe('mira-4711');
  });

  test('goes nowhere else', async () => {
    expect(await failureOf(desk.follow('/1/admin/callback/cancel', signal))).toEqual({ kind: 'refused' });
    expect(gms.requests).toHaveLength(0);
  });
});
