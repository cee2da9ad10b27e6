import { describe, expect, test } from 'vitest';
import type { Gms } from '../../src/simulator/gms.ts';
import { call, gmsForTest, openV1, post } from './wire.ts';

const SVC = '/1/service/callback/samples_new';
const TERM = { _media_type: 'voice', _call_direction: 'USERTERMINATED', _customer_number: '+15550100' };

async function start(gms: Gms, fields: Record<string, string>): Promise<string> {
  return (await post(gms, SVC, fields)).json._id ?? '';
}

async function records(gms: Gms, query: string): Promise<Record<string, string>[]> {
  return JSON.parse((await call(gms, 'GET', `/1/service/callback${query}`)).body);
}

describe('the wait in a queue', () => {
  test.each([
    ['/1/service/ewt-for-vq?name=quiet&aqt=urs', { quiet: { ewt: 20 } }],
    ['/2/ewt/ewt2?name=Sales', { Sales: { ewt: 290 } }],
  ])('%s answers %j', async (path, answer) => {
    expect((await call(gmsForTest().gms, 'GET', path)).json).toEqual(answer);
  });

  test('is told of all queues when none is named, and in no unknown way', async () => {
    const { gms } = gmsForTest();
    expect(Object.keys((await call(gms, 'GET', '/2/ewt/ewt1')).json)).toContain('busy');
    expect((await call(gms, 'GET', '/2/ewt/urs2')).status).toBe(400);
  });
});

describe('a service that waits goes on with a named request', () => {
  test.each([
    [{ _media_type: 'chat' }, 'StartChat'],
    [{ _media_type: 'voice', _call_direction: 'USERORIGINATED' }, 'DialNumber'],
    [TERM, 'ConfirmationDialog'],
  ])('connect of %j answers %s', async (wish, action) => {
    const { gms } = gmsForTest();
    const id = await start(gms, { ...wish, _wait_for_agent: 'true' });
    expect((await post(gms, `/1/service/${id}/connect`)).json).toMatchObject({ _id: id, _action: action });
    expect((await call(gms, 'GET', `/1/service/${id}/connect`)).json).toMatchObject({
      _id: id,
      _action: action,
    });
  });

  test('the menu leads to requests of the same service', async () => {
    const { gms } = gmsForTest();
    const id = await start(gms, { _media_type: 'chat', _wait_for_agent: 'true' });
    const { body } = await post(gms, `/1/service/${id}/menu`);
    const paths = [...body.matchAll(/http:\/\/gms\.example:8080\/genesys(\/1\/service\/[^"]+)/g)].map(
      ([, path]) => path ?? '',
    );
    expect(paths).toEqual([`/1/service/${id}/connect`, `/1/service/${id}/snooze`, `/1/service/${id}/cancel`]);
    for (const path of paths) expect((await post(gms, path)).status).toBe(200);
  });

  test('cancel ends the record, and nothing can follow', async () => {
    const { gms } = gmsForTest();
    const id = await start(gms, { _media_type: 'chat', _wait_for_agent: 'true' });
    await post(gms, `/1/service/${id}/cancel`);
    expect(await records(gms, `?_id=${id}`)).toMatchObject([
      { _callback_state: 'COMPLETED', _callback_reason: 'CANCELLED' },
    ]);
    expect((await post(gms, `/1/service/${id}/connect`)).status).toBe(400);
  });

  test('update adds data to the service and to its chat', async () => {
    const { gms } = gmsForTest();
    const { serviceId } = await openV1(gms);
    await post(gms, `/1/service/${serviceId}/update`, { pageID: 'p-2' });
    expect(gms.chats()[0]?.userData['pageID']).toBe('p-2');
    expect(await records(gms, `?_id=${serviceId}`)).toMatchObject([{ pageID: 'p-2', visitID: 'v-1' }]);
  });

  test('an unknown service session is a 404 with an exception', async () => {
    const { gms } = gmsForTest();
    expect(await post(gms, '/1/service/nobody/connect')).toMatchObject({
      status: 404,
      json: { message: expect.any(String), exception: expect.any(String) },
    });
  });
});

test('the queue gets shorter with each question until an agent is ready', async () => {
  const { gms } = gmsForTest();
  const id = await start(gms, { _media_type: 'chat', _wait_for_agent: 'true' });
  const ask = async () => (await call(gms, 'GET', `/1/service/${id}/check-queue-position`)).json;
  expect(await ask()).toMatchObject({ _position: '3', _agent_ready_threshold_passed: false });
  expect(await ask()).toMatchObject({ _position: '2', _agent_ready_threshold_passed: false });
  expect(await ask()).toMatchObject({ _position: '1', _agent_ready_threshold_passed: true });
  expect(await ask()).toMatchObject({ _position: '1' });
});

test('a scheduled callback has no place in the queue', async () => {
  const { gms } = gmsForTest();
  const id = await start(gms, { ...TERM, _desired_time: '2026-01-02T13:05:00.000Z' });
  const { status, body } = await post(gms, `/1/service/${id}/check-queue-position`);
  expect([status, body]).toEqual([500, expect.stringContaining('404 Not Found')]);
});

test('a record of a call moves from queued to completed within ten seconds', async () => {
  const { gms, clock } = gmsForTest();
  const id = await start(gms, TERM);
  const states: (string | undefined)[] = [];
  for (const ms of [0, 2000, 2000, 6000]) {
    clock.advance(ms);
    states.push((await records(gms, `?_id=${id}`))[0]?.['_callback_state']);
  }
  expect(states).toEqual(['QUEUED', 'ROUTING', 'PROCESSING', 'COMPLETED']);
});

describe('records are found', () => {
  test('by id, by property, by what a property is not, and by any of several', async () => {
    const { gms } = gmsForTest();
    const [ana, rui] = [
      await start(gms, { ...TERM, who: 'ana' }),
      await start(gms, { _media_type: 'chat', who: 'rui' }),
    ];
    const ids = async (query: string) => (await records(gms, query)).map(({ _id }) => _id);
    expect(await ids(`?_id=${ana}`)).toEqual([ana]);
    expect(await ids('?_id=nobody')).toEqual([]);
    expect(await ids('/samples_new?who=rui')).toEqual([rui]);
    expect(await ids('/samples_new?who=!rui')).toEqual([ana]);
    expect(await ids('/samples_new?who=ana&_customer_number=+0')).toEqual([]);
    expect(await ids('/samples_new?operand=OR&who=ana&_customer_number=0')).toEqual([ana]);
    expect(await ids('/elsewhere')).toEqual([]);
  });
});

describe('a scheduled callback', () => {
  test('is moved, loses a key that is set to nothing, and is cancelled', async () => {
    const { gms } = gmsForTest();
    const id = await start(gms, { ...TERM, _desired_time: '2026-01-02T13:05:00.000Z', note: 'x' });
    const json = { 'content-type': 'application/json' };
    const change = JSON.stringify({ _new_desired_time: '2026-01-02T13:10:00.000Z', note: '' });
    expect(await call(gms, 'PUT', `${SVC}/${id}`, change, json)).toMatchObject({ status: 200, body: '' });
    const [record] = await records(gms, `?_id=${id}`);
    expect(record).toMatchObject({ _callback_state: 'SCHEDULED', _desired_time: '2026-01-02T13:10:00.000Z' });
    expect(record).not.toHaveProperty('note');
    expect((await call(gms, 'DELETE', `${SVC}/${id}`)).status).toBe(200);
    expect((await call(gms, 'DELETE', `${SVC}/${id}`)).status).toBe(400);
    expect((await call(gms, 'DELETE', `${SVC}/${id}?discard_ors_failure=true`)).status).toBe(200);
  });

  test('goes its way when its time has come', async () => {
    const { gms, clock } = gmsForTest();
    const id = await start(gms, { ...TERM, _desired_time: '2026-01-02T13:05:00.000Z' });
    const stateNow = async () => (await records(gms, `?_id=${id}`))[0]?.['_callback_state'];
    expect(await stateNow()).toBe('SCHEDULED');
    clock.advance(65 * 60_000);
    expect(await stateNow()).toBe('QUEUED');
    clock.advance(5_000);
    expect(await stateNow()).toBe('PROCESSING');
    clock.advance(10_000);
    expect(await stateNow()).toBe('COMPLETED');
  });

  test('cannot be moved to a time at which nobody is there', async () => {
    const { gms } = gmsForTest();
    const id = await start(gms, { ...TERM, _desired_time: '2026-01-02T13:05:00.000Z' });
    const night = { _new_desired_time: '2026-01-02T23:00:00.000Z' };
    const { status, json } = await call(gms, 'PUT', `${SVC}/${id}`, night);
    expect([status, Object.keys(json['availability'] ?? {}).length]).toEqual([400, 5]);
  });
});

describe('availability', () => {
  const window = 'start=2026-01-03T07:50:00.000Z&end=2026-01-03T08:20:00.000Z';

  test('v1 is a map of times within the opening hours, busy ones included', async () => {
    const { gms } = gmsForTest();
    const { json } = await call(gms, 'GET', `${SVC}/availability?${window}`);
    expect(Object.keys(json)).toEqual([
      '2026-01-03T08:00:00.000Z',
      '2026-01-03T08:05:00.000Z',
      '2026-01-03T08:10:00.000Z',
      '2026-01-03T08:15:00.000Z',
    ]);
    expect(
      Object.keys((await call(gms, 'GET', `${SVC}/availability?${window}&max-time-slots=2`)).json),
    ).toHaveLength(2);
    expect((await call(gms, 'GET', `${SVC}/availability`)).json).toEqual({});
  });

  test('a booking takes a place', async () => {
    const { gms } = gmsForTest();
    const read = async () => (await call(gms, 'GET', `${SVC}/availability?${window}`)).json;
    const before = await read();
    const free = Object.keys(before).find((time) => Number(before[time]) > 0) ?? '';
    await start(gms, { ...TERM, _desired_time: free });
    expect((await read())[free]).toBe(Number(before[free]) - 1);
  });

  test('v2 has slots with capacity and total, and local times when a zone is given', async () => {
    const { gms } = gmsForTest();
    const path = `/2/service/callback/samples_new/availability?${window}`;
    const { json } = await call(gms, 'GET', `${path}&timezone=Europe/Oslo&report-busy=true`);
    expect(json).toMatchObject({ durationMin: 5, timezone: 'Europe/Oslo' });
    expect(json['slots']).toHaveLength(4);
    expect(json['slots']).toContainEqual(
      expect.objectContaining({
        utcTime: '2026-01-03T08:00:00.000Z',
        localTime: '2026-01-03T09:00:00',
        total: 4,
      }),
    );
    const free = (await call(gms, 'GET', path)).json['slots'];
    expect(free).not.toContainEqual(expect.objectContaining({ capacity: 0 }));
    expect((await call(gms, 'GET', `${path}&timezone=Moon/Base`)).status).toBe(400);
  });

  test.each([
    ['closed', 'CallbackExceptionAvailability'],
    ['nohours', 'CallbackExceptionResource'],
  ])('of %s is refused with %s', async (service, exception) => {
    const { gms } = gmsForTest();
    const { status, json } = await call(gms, 'GET', `/1/service/callback/${service}/availability`);
    expect([status, json['exception']]).toEqual([400, expect.stringMatching(new RegExp(`${exception}$`))]);
  });
});
