import { describe, expect, test } from 'vitest';
import { call, gmsForTest, openV1, post } from './wire.ts';

const START = '/1/service/callback/samples_new';
const DIAL = { _action: 'DialNumber', _tel_url: 'tel:+15550177' };
const CONFIRM = { _action: 'ConfirmationDialog', _ok_title: 'Ok' };

describe('the answer to a start follows the effective flags', () => {
  test.each([
    ['voice, by the customer, at once', { _media_type: 'voice', _call_direction: 'USERORIGINATED' }, DIAL],
    ['voice, to the customer, at once', { _media_type: 'voice', _call_direction: 'USERTERMINATED' }, CONFIRM],
    ['chat, at once', { _media_type: 'chat', _wait_for_agent: 'false' }, { _action: 'StartChat' }],
    ['no flags at all', {}, { _action: 'StartChat' }],
  ])('%s', async (_name, flags, answer) => {
    const { gms } = gmsForTest();
    const { status, json } = await post(gms, START, flags);
    expect(status).toBe(200);
    expect(json).toMatchObject({ ...answer, _id: expect.any(String) });
  });

  test.each([
    ['voice, by the customer', { _media_type: 'voice', _call_direction: 'USERORIGINATED' }],
    ['voice, to the customer', { _media_type: 'voice', _call_direction: 'USERTERMINATED' }],
    ['chat', { _media_type: 'chat' }],
  ])('%s that waits for an agent gets the id and nothing else', async (_name, flags) => {
    const { gms } = gmsForTest();
    const { json } = await post(gms, START, { ...flags, _wait_for_agent: 'true' });
    expect(Object.keys(json)).toEqual(['_id']);
  });

  test('a chat starts at an address on a host that the browser cannot reach', async () => {
    const { gms } = gmsForTest();
    const { json } = await post(gms, START, { _media_type: 'chat' });
    expect(json['_start_chat_url']).toBe(`http://gms.example:8080/genesys/1/service/${json._id}/ixn/chat`);
    expect(json['_comet_url']).toBe('http://gms.example:8080/genesys/cometd');
  });

  test('an access code comes when it was asked for', async () => {
    const { gms } = gmsForTest();
    const flags = { _media_type: 'voice', _provide_code: 'true' };
    expect((await post(gms, START, flags)).json['_access_code']).toMatch(/^\d{6}$/);
    expect((await post(gms, START, { ...flags, _provide_code: 'false' })).json).not.toHaveProperty(
      '_access_code',
    );
  });

  test('flags count as JSON booleans too', async () => {
    const { gms } = gmsForTest();
    const body = JSON.stringify({ _media_type: 'chat', _wait_for_agent: true, visitID: 'v-1' });
    const { json } = await post(gms, START, body, { 'content-type': 'application/json' });
    expect(Object.keys(json)).toEqual(['_id']);
  });
});

describe('too many starts are refused with 503', () => {
  test('of one number on one day', async () => {
    const { gms, clock } = gmsForTest();
    const start = () => post(gms, START, { _media_type: 'voice', _customer_number: '+4741234567' });
    for (let starts = 0; starts < 6; starts += 1) expect((await start()).status).toBe(200);
    const { status, json } = await start();
    expect(status).toBe(503);
    expect(json).toMatchObject({ message: expect.stringContaining('more than 6 times today') });
    clock.advance(86_400_000);
    expect((await start()).status).toBe(200);
  });

  test('of one service in five minutes, whoever they are', async () => {
    const { gms, clock } = gmsForTest({ startsPerService: 2 });
    const start = () => post(gms, START, { _media_type: 'chat' });
    expect([(await start()).status, (await start()).status, (await start()).status]).toEqual([200, 200, 503]);
    clock.advance(300_000);
    expect((await start()).status).toBe(200);
  });
});

describe('a service decides for itself', () => {
  const wish = { _media_type: 'chat', _wait_for_agent: 'false' };
  test.each([
    ['always-dial', DIAL],
    ['always-menu', { _action: 'DisplayMenu', _content: [{ _group_name: 'What next?' }, {}] }],
    ['always-text', { _text: expect.any(String) }],
    ['redirected', { _access_number: expect.any(String), _expiration_time: '30' }],
    ['redirected-far', { msg: expect.any(String) }],
    ['odd-action', { _action: 'DanceTango' }],
  ])('%s', async (service, answer) => {
    const { gms } = gmsForTest();
    expect((await post(gms, `/1/service/callback/${service}`, wish)).json).toMatchObject(answer);
  });

  test('always-wait answers with the id, whatever was wished for', async () => {
    const { gms } = gmsForTest();
    expect(Object.keys((await post(gms, '/1/service/callback/always-wait', wish)).json)).toEqual(['_id']);
  });

  test('samples_new starts a chat without a number, needs-number does not', async () => {
    const { gms } = gmsForTest();
    expect((await post(gms, START, wish)).status).toBe(200);
    expect((await post(gms, '/1/service/callback/needs-number', wish)).status).toBe(400);
    expect(
      (await post(gms, '/1/service/callback/needs-number', { ...wish, _customer_number: '+155' })).status,
    ).toBe(200);
  });
});

describe('a start is refused', () => {
  test.each([
    ['+19005550100', 400, /\.CallbackExceptionNumber$/],
    ['+1 (900) 555-0100', 400, /\.CallbackExceptionNumber$/],
    ['+15550503', 503, /\.CallbackExceptionServiceUnavailable$/],
    ['+15550500', 500, /\.ors\.OrsServiceException$/],
  ])('for the number %s with %i', async (number, status, exception) => {
    const { gms } = gmsForTest();
    const reply = await post(gms, START, { _customer_number: number });
    expect(reply.status).toBe(status);
    expect(reply.json).toEqual({ message: expect.any(String), exception: expect.stringMatching(exception) });
  });

  test('for an unknown service with 404', async () => {
    const { gms } = gmsForTest();
    const { status, json } = await post(gms, '/1/service/callback/unknown');
    expect([status, json['exception']]).toEqual([404, expect.stringMatching(/\.CallbackExceptionNotFound$/)]);
  });

  test('for a busy time, and the answer offers free ones', async () => {
    const { gms } = gmsForTest();
    const start = '2026-01-02T12:00:00.000Z';
    const window = await call(
      gms,
      'GET',
      `${START}/availability?start=${start}&end=2026-01-02T15:00:00.000Z`,
    );
    const busy = Object.keys(window.json).find((time) => window.json[time] === 0) ?? 'none';
    const wish = { _media_type: 'voice', _call_direction: 'USERTERMINATED', _customer_number: '+155' };
    const { status, json } = await post(gms, START, { ...wish, _desired_time: busy });
    expect([status, json['exception']]).toEqual([
      400,
      expect.stringMatching(/\.CallbackExceptionAvailability$/),
    ]);
    const [offered = ''] = Object.keys(json['availability'] ?? {});
    // people are told the time as people say it
    const asSaid = new RegExp(`${offered.slice(11, 16)} UTC`);
    const second = await post(gms, START, { ...wish, _desired_time: offered });
    expect(second.json).toMatchObject({ ...CONFIRM, _text: expect.stringMatching(asSaid) });
  });
});

describe('the built-in services', () => {
  test('request-chat answers with an address relative to the host, under a key with hyphens', async () => {
    const { gms } = gmsForTest();
    const { json } = await post(gms, '/1/service/request-chat', { _verbose: 'true' });
    expect(json).toEqual({
      '_chatIxnAPI-CREATE-URL': `/genesys/1/service/${json._id}/ixn/chat`,
      _id: expect.any(String),
    });
    expect((await post(gms, `/1/service/${json._id}/ixn/chat`)).json).toMatchObject({
      chatIxnState: 'CONNECTED',
    });
  });

  test('request-interaction needs _phone_number and gives a number to call', async () => {
    const { gms } = gmsForTest();
    const path = '/1/service/request-interaction';
    expect((await post(gms, path, { _customer_number: '+155' })).status).toBe(400);
    const { json } = await post(gms, path, { _phone_number: '+155', _provide_code: 'true' });
    expect(json).toMatchObject({
      _access_number: '5550177',
      _expiration_time: '30',
      _access_code: expect.any(String),
    });
  });
});

test('data of the start and of the create call meet in the chat', async () => {
  const { gms } = gmsForTest();
  await openV1(gms, { firstName: 'Mira', lastName: 'Solberg', notify_by: 'comet', _verbose: 'true' });
  expect(gms.chats()[0]?.userData).toEqual({ visitID: 'v-1', firstName: 'Mira', lastName: 'Solberg' });
});

test('an empty webengagement is kept', async () => {
  const { gms } = gmsForTest();
  await post(gms, START, { webengagement: '' });
  const { body } = await call(gms, 'GET', '/1/service/callback/samples_new');
  expect(JSON.parse(body)).toMatchObject([{ webengagement: '' }]);
});
