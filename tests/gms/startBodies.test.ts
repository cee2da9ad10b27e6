import { expect, test } from 'vitest';
import { createServiceDesk } from '../../src/gms/callback/callbackDesk.ts';
import { createTransport } from '../../src/gms/createTransport.ts';
import type { Order } from '../../src/session/ports.ts';
import type { Scenario } from '../../src/session/scenarios.ts';
import { json, settings, startFakeGms } from './fakeGms.ts';
import { fullOrder, plainOrder } from './orders.ts';
import { createTestClock } from './testClock.ts';
import { failureOf } from './wireTelling.ts';

const gms = startFakeGms();
const { signal } = new AbortController();
const clock = createTestClock();
const desk = createServiceDesk(settings, clock, () => true);
const transport = createTransport('v2', settings, clock, () => true);

async function start(order: Order) {
  gms.answer(() => json({ _id: '361-9a2d' }));
  await desk.start(order, signal);
  return gms.requests.at(-1);
}

async function openV2(order: Order) {
  gms.answer(() => json({ statusCode: 0, chatId: 'c1', secureKey: 's1' }));
  await transport.open(order, null, signal);
  return gms.requests.at(-1);
}

async function openV1(order: Order, subject: string | null) {
  gms.answer(() => json({ chatIxnState: 'CONNECTED', chatSessionId: 'c1' }));
  await transport.open(order, { path: '/1/service/361-9a2d/ixn/chat', subject }, signal);
  return gms.requests.at(-1);
}

const FULL_START = {
  first_name: 'Mira',
  last_name: 'Solberg',
  _customer_number: '+47 5550100',
  _provide_code: 'true',
  visitID: 'v-5f1c20',
  pageID: 'p-00b7',
  webengagement: '',
  segment: 'gold',
};

const FLAGS = {
  'VOICE-NOW-USERORIG': ['USERORIGINATED', 'false', 'voice'],
  'VOICE-WAIT-USERORIG': ['USERORIGINATED', 'true', 'voice'],
  'VOICE-NOW-USERTERM': ['USERTERMINATED', 'false', 'voice'],
  'VOICE-WAIT-USERTERM': ['USERTERMINATED', 'true', 'voice'],
  'VOICE-SCHEDULED-USERTERM': ['USERTERMINATED', 'true', 'voice'],
  'CHAT-NOW': ['USERORIGINATED', 'false', 'chat'],
  'CHAT-WAIT': ['USERORIGINATED', 'true', 'chat'],
  CUSTOM: null,
} satisfies Partial<Record<Scenario, readonly [string, string, string] | null>>;

const callbackCases = Object.entries(FLAGS) as [
  keyof typeof FLAGS,
  readonly [string, string, string] | null,
][]; // keys are the table's own

test.each(callbackCases)(
  '%s starts at the callback service, as JSON, with the flags %o',
  async (scenario, flags) => {
    const sent = await start({ ...fullOrder, scenario });
    expect(sent?.path).toBe('/1/service/callback/samples_new');
    expect(sent?.headers.get('Content-Type')).toBe('application/json');
    expect(sent?.headers.get('gms_user')).toBe('mira-4711');
    expect(sent?.fields).toEqual({
      ...FULL_START,
      ...(flags && {
        _call_direction: flags[0],
        _wait_for_agent: flags[1],
        _wait_for_user_confirm: flags[1],
        _media_type: flags[2],
      }),
    });
  },
);

test('a start of which nothing is known carries the flags only', async () => {
  const sent = await start({
    ...plainOrder,
    customer: { nickname: 'Visitor', firstName: '', provideCode: false },
  });
  expect(sent?.fields).toEqual({
    _provide_code: 'false',
    _call_direction: 'USERORIGINATED',
    _wait_for_agent: 'false',
    _wait_for_user_confirm: 'false',
    _media_type: 'chat',
  });
});

test('REQUEST-CHAT is a form for the built-in service', async () => {
  const sent = await start({ ...fullOrder, scenario: 'REQUEST-CHAT' });
  expect(sent?.path).toBe('/1/service/request-chat');
  expect(sent?.headers.get('Content-Type')).toMatch('application/x-www-form-urlencoded');
  expect(sent?.fields).toEqual({ ...FULL_START, _verbose: 'true' });
  expect(sent?.text).toContain('webengagement=&');
});

test('REQUEST-INTERACTION spells the phone number its own way', async () => {
  const sent = await start({ ...fullOrder, scenario: 'REQUEST-INTERACTION' });
  const { _customer_number: number, ...rest } = FULL_START;
  expect(sent?.path).toBe('/1/service/request-interaction');
  expect(sent?.fields).toEqual({ ...rest, _phone_number: number });
});

test('a chat that nobody was invited to is not marked as an invited one', async () => {
  const order: Order = { ...plainOrder, userData: { webengagement: '' } };
  expect((await start(order))?.fields).not.toHaveProperty('webengagement');
  expect((await openV2(order))?.fields).not.toHaveProperty('userData[webengagement]');
});

test('v2 is opened with both names and all attached data, ours before the page’s', async () => {
  const sent = await openV2(fullOrder);
  expect(sent?.path).toBe('/2/chat/web-support');
  expect(sent?.headers.has('gms_user')).toBe(false);
  expect(sent?.fields).toEqual({
    firstName: 'Mira',
    lastName: 'Solberg',
    subject: 'Fees & limits',
    emailAddress: 'mira@example.test',
    'userData[visitID]': 'v-5f1c20',
    'userData[pageID]': 'p-00b7',
    'userData[webengagement]': '',
    'userData[GCTI_LanguageCode]': 'nb',
    'userData[TimeZone]': '60',
    'userData[_genesys_source]': 'mobile',
    'userData[_genesys_referrer]': 'https://search.example.test/',
    'userData[_genesys_url]': 'https://shop.example.test/fees',
    'userData[_genesys_pageTitle]': 'Fees',
    'userData[_genesys_browser]': 'Firefox 146',
    'userData[_genesys_OS]': 'Linux',
    'userData[_genesys_widgets]': 'gms-chat-console',
    'userData[segment]': 'gold',
    'userData[_call_direction]': 'USERTERMINATED',
    'userData[first_name]': 'Forged',
  });
});

test('v2 is opened with the nickname unless both names are known', async () => {
  expect((await openV2(plainOrder))?.fields).toEqual({
    nickname: 'Visitor',
    'userData[GCTI_LanguageCode]': 'en',
    'userData[TimeZone]': '0',
    'userData[_genesys_source]': 'web',
    'userData[_genesys_widgets]': 'gms-chat-console',
  });
  const halfKnown = { ...plainOrder, customer: { nickname: 'Mira', firstName: 'Mira' } };
  const { fields } = (await openV2(halfKnown)) ?? {};
  expect(fields).toMatchObject({ nickname: 'Mira' });
  expect(fields).not.toHaveProperty('firstName');
});

test('v1 is created below its service, about what the invitation says', async () => {
  const sent = await openV1(fullOrder, 'Invoice');
  expect(sent?.path).toBe('/1/service/361-9a2d/ixn/chat');
  expect(sent?.headers.get('gms_user')).toBe('mira-4711');
  expect(sent?.fields).toEqual({
    _verbose: 'true',
    firstName: 'Mira',
    lastName: 'Solberg',
    userDisplayName: 'Mira',
    email: 'mira@example.test',
    subject: 'Invoice',
  });
});

test('v1 is created about what the visitor says when the invitation says nothing', async () => {
  expect((await openV1(fullOrder, null))?.fields).toMatchObject({ subject: 'Fees & limits' });
  expect((await openV1(plainOrder, null))?.fields).toEqual({ _verbose: 'true', userDisplayName: 'Visitor' });
});

test('a page of v1 cannot open a chat that no service invited to', async () => {
  const v1 = createTransport('v1', settings, clock, () => true);
  expect(await failureOf(v1.open(plainOrder, null, signal))).toEqual({ kind: 'misconfigured' });
  expect(gms.requests).toHaveLength(0);
});

test('service names are one segment of a path', async () => {
  gms.answer(() => json({ _id: '1' }));
  await createServiceDesk({ ...settings, serviceName: 'a/../b c' }, clock, () => true).start(
    plainOrder,
    signal,
  );
  expect(gms.requests[0]?.path).toBe('/1/service/callback/a%2F..%2Fb%20c');
});
