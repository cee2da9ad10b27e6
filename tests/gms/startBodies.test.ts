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

/** What is sent about a visitor of whom everything is known. */
const KNOWN = {
  first_name: 'Mira',
  last_name: 'Solberg',
  _provide_code: 'true',
  visitID: 'v-5f1c20',
  pageID: 'p-00b7',
  webengagement: '',
  segment: 'gold',
};
/** What a call says itself, and a chat when it is opened. */
const ABOUT = { subject: 'Fees & limits', email: 'mira@example.test' };
const NUMBER = '+47 5550100';
const SLOT = '2031-04-17T09:35:00Z';

type OnTheWire = Readonly<{ path: string; type: string; fields: Readonly<Record<string, string>> }>;

/** A start at the configured callback service, and what it wishes for. */
function callback(direction: string, waits: string, media: string, more = {}): OnTheWire {
  const flags = {
    _call_direction: direction,
    _wait_for_agent: waits,
    _wait_for_user_confirm: waits,
    _media_type: media,
  };
  return {
    path: '/1/service/callback/samples_new',
    type: 'application/json',
    fields: { ...KNOWN, ...(media === 'voice' && ABOUT), _customer_number: NUMBER, ...flags, ...more },
  };
}

const FORM = 'application/x-www-form-urlencoded;charset=UTF-8';

/** Each scenario with exactly the fields that its start has. Source: protocol/gms-callback.md §3.1, §3.2. */
const WIRE = {
  'VOICE-NOW-USERORIG': callback('USERORIGINATED', 'false', 'voice'),
  'VOICE-WAIT-USERORIG': callback('USERORIGINATED', 'true', 'voice'),
  'VOICE-NOW-USERTERM': callback('USERTERMINATED', 'false', 'voice'),
  'VOICE-WAIT-USERTERM': callback('USERTERMINATED', 'true', 'voice'),
  'VOICE-SCHEDULED-USERTERM': callback('USERTERMINATED', 'true', 'voice', { _desired_time: SLOT }),
  'CHAT-NOW': callback('USERORIGINATED', 'false', 'chat'),
  'CHAT-WAIT': callback('USERORIGINATED', 'true', 'chat'),
  CUSTOM: {
    path: '/1/service/callback/samples_new',
    type: 'application/json',
    fields: { ...KNOWN, _customer_number: NUMBER },
  },
  'REQUEST-CHAT': {
    path: '/1/service/request-chat',
    type: FORM,
    fields: { ...KNOWN, _customer_number: NUMBER, _verbose: 'true' },
  },
  'REQUEST-INTERACTION': {
    path: '/1/service/request-interaction',
    type: FORM,
    fields: { ...KNOWN, ...ABOUT, _phone_number: NUMBER },
  },
} satisfies Record<Scenario, OnTheWire>;

const scenarios = Object.entries(WIRE) as [Scenario, OnTheWire][]; // keys are the table's own

test.each(scenarios)('%s is sent as %o, and nothing else', async (scenario, { path, type, fields }) => {
  const sent = await start({ ...fullOrder, scenario, desiredTime: SLOT });
  expect(sent?.method).toBe('POST');
  expect(sent?.path).toBe(path);
  expect(sent?.headers.get('Content-Type')).toBe(type);
  expect(sent?.headers.get('gms_user')).toBe('mira-4711');
  expect(sent?.fields).toEqual(fields);
});

test.each(scenarios)('%s of nobody we know carries its flags only', async (scenario, { fields }) => {
  const flags = Object.entries(fields).filter(([name]) => /^_(?:call|wait|media|desired|verbose)/.test(name));
  const sent = await start({ ...plainOrder, scenario, desiredTime: SLOT });
  expect(sent?.fields).toEqual(Object.fromEntries(flags));
});

test('a call is about what the page says when the visitor says nothing', async () => {
  const order: Order = { ...plainOrder, scenario: 'VOICE-NOW-USERTERM', userData: { subject: 'Roaming' } };
  expect((await start(order))?.fields).toMatchObject({ subject: 'Roaming' });
});

test('a scheduled call without a slot is one for now', async () => {
  const sent = await start({ ...plainOrder, scenario: 'VOICE-SCHEDULED-USERTERM' });
  expect(sent?.fields).not.toHaveProperty('_desired_time');
});

test('what is empty is not sent, except the mark of an invitation', async () => {
  const customer = { nickname: 'Visitor', firstName: '', provideCode: false };
  const sent = await start({ ...plainOrder, scenario: 'REQUEST-CHAT', isProactive: true, customer });
  expect(sent?.text).toBe('webengagement=&_provide_code=false&_verbose=true');
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
    'userData[contactNumber]': '+47 5550100',
    'userData[segment]': 'gold',
    'userData[_call_direction]': 'USERTERMINATED',
    'userData[first_name]': 'Forged',
  });
});

test('v2 attaches the number that a form asked for, and leaves one of the site alone', async () => {
  const number = 'userData[contactNumber]';
  const userData = { contactNumber: 'of the site' };
  expect((await openV2({ ...plainOrder, userData }))?.fields).toHaveProperty([number], 'of the site');
  const customer = { nickname: 'Mira', contactNumber: '+4741234567' };
  expect((await openV2({ ...plainOrder, userData, customer }))?.fields).toHaveProperty(
    [number],
    '+4741234567',
  );
});

test('v2 marks a chat that is to outlive its windows, and no other', async () => {
  const mark = 'userData[GCTI_Chat_AsyncMode]';
  expect((await openV2({ ...plainOrder, isAsync: true }))?.fields).toHaveProperty([mark], 'true');
  expect((await openV2(plainOrder))?.fields).not.toHaveProperty([mark]);
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

test('v2 names the end point that the site set up, and none otherwise', async () => {
  expect((await openV2(plainOrder))?.fields).not.toHaveProperty('endpoint');
  const sales = createTransport('v2', { ...settings, endpoint: 'Sales' }, clock, () => true);
  gms.answer(() => json({ statusCode: 0, chatId: 'c1', secureKey: 's1' }));
  await sales.open(plainOrder, null, signal);
  expect(gms.requests.at(-1)?.fields).toMatchObject({ endpoint: 'Sales', nickname: 'Visitor' });
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
