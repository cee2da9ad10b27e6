import { describe, expect, test } from 'vitest';
import { readMessages, readNotification } from '../../src/host/invite/readNotification.ts';

const PAGE = 'E3A95F10C7B6482D8F21904D6B7EAA05';
const append = (url: unknown) => ({ page: PAGE, channel: 'gpe.appendContent', data: { url } });

describe('a notification of a strategy', () => {
  test('is the message as the original writes it', () => {
    expect(readNotification(append('/server/api/resources/v1/inviteGMS.html'))).toEqual({
      page: PAGE,
      invitation: {},
    });
  });

  test('can choose the fragment of a language', () => {
    const url = 'https://chat.bluehill.example/invite/inviteGMS.de-AT.html?v=3#x';
    expect(readNotification(append(url))?.invitation).toEqual({ lang: 'de-AT' });
  });

  test('can carry the invitation in the words of Genesys Widgets', () => {
    const value = {
      type: 'callback',
      subject: 'A question?',
      message: 'We call you.',
      acceptBtnCaption: 'Yes',
      cancelBtnCaption: 'No',
      inviteTimeout: '45',
      engagementID: 'E1',
      chatOptions: { registration: false, userData: { campaign: 'spring' } },
    };
    const invitation = {
      type: 'callback',
      title: 'A question?',
      text: 'We call you.',
      acceptLabel: 'Yes',
      declineLabel: 'No',
      timeout: 45,
      engagementID: 'E1',
      userData: { campaign: 'spring' },
    };
    const channel = 'gpe.setVariable';
    expect(readNotification({ channel, data: { value } })).toEqual({ page: null, invitation });
    expect(
      readNotification({ channel, data: { name: 'x', value: JSON.stringify(value) } })?.invitation,
    ).toEqual(invitation);
    expect(readNotification({ channel, data: value })?.invitation).toEqual(invitation);
  });

  test('can say directly what to show, but not where to go or whom to tell', () => {
    const data = {
      title: 'Hello',
      timeout: 5,
      consoleUrl: 'https://evil.example/',
      gweUrl: 'https://evil.example/',
      disposition: 'https://evil.example/?{visitID}',
      windowName: 'x',
      container: {},
      customer: { email: 'x' },
    };
    expect(readNotification({ channel: 'GmsChat', data })?.invitation).toEqual({
      title: 'Hello',
      timeout: 5,
    });
  });

  test('comes as one message, as a list, or as the text of either', () => {
    const one = append('inviteGMS.html');
    for (const payload of [one, [one], JSON.stringify(one), JSON.stringify([one])]) {
      expect(readMessages(payload)).toEqual([one]);
    }
  });
});

describe('everything else is left alone', () => {
  test.each([
    ['no message', null],
    ['a text', 'inviteGMS.html'],
    ['no data', { channel: 'gpe.appendContent' }],
    ['data that is no object', { channel: 'gpe.appendContent', data: 'inviteGMS.html' }],
    ['another fragment', append('/server/api/resources/v1/invite.html')],
    ['a name that only ends like ours', append('/x/notinviteGMS.html')],
    ['our name as a parameter', append('/evil.html?inviteGMS.html')],
    ['our name as a fragment', append('/evil.html#/inviteGMS.html')],
    ['an address that is none', append({ href: '/inviteGMS.html' })],
    [
      'a function call',
      { channel: 'gpe.callFunction', data: { object: 'window', function: 'eval', params: ['1'] } },
    ],
    ['a widget command', { channel: 'CXBus', data: { command: 'WebChat.open' } }],
    ['a variable of another kind', { channel: 'gpe.setVariable', data: { value: { type: 'offer' } } }],
    ['a variable that is no JSON', { channel: 'gpe.setVariable', data: { value: '{' } }],
    ['a channel of every object', { channel: '__proto__', data: {} }],
    ['a channel that is no text', { channel: ['gpe.appendContent'], data: { url: 'inviteGMS.html' } }],
  ])('%s', (_, message) => {
    expect(readNotification(message)).toBeNull();
  });

  test('text that is no JSON is one message that nobody understands', () => {
    expect(readMessages('{"channel":').map((message) => readNotification(message))).toEqual([null]);
  });
});
