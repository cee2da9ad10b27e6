import { expect, test } from 'vitest';
import { createCall } from '../../src/gms/http.ts';
import { isJsonObject } from '../../src/gms/jsonObject.ts';
import { json, settings, startFakeGms } from './fakeGms.ts';
import { createTestClock } from './testClock.ts';
import { failureOf } from './wireTelling.ts';

const gms = startFakeGms();
const { signal } = new AbortController();
const call = createCall(settings, createTestClock(), () => true);
const path = '/1/service/callback/samples_new/7-a';

function isAnything(value: unknown): value is unknown {
  return value !== null;
}

test.each(['GET', 'DELETE'] as const)('%s has no body and names the visitor', async (method) => {
  gms.answer(() => json({}));
  await call({ method, path: `${path}?a=b%20c`, api: 'service' }, isJsonObject, signal);
  const [sent] = gms.requests;
  expect([sent?.method, sent?.path, sent?.text]).toEqual([method, `${path}?a=b%20c`, '']);
  expect(Object.fromEntries(sent?.headers ?? [])).toEqual({
    accept: 'application/json',
    gms_user: 'mira-4711',
  });
});

test('PUT sends JSON', async () => {
  gms.answer(() => json({}));
  await call({ method: 'PUT', path, body: '{"a":1}', api: 'service' }, isJsonObject, signal);
  const [sent] = gms.requests;
  expect([sent?.method, sent?.text]).toEqual(['PUT', '{"a":1}']);
  expect(sent?.headers.get('Content-Type')).toBe('application/json');
});

test.each([
  ['', undefined],
  ['[]', []],
  ['ok', undefined],
])('an answer of %j is what the caller can read', async (text, value) => {
  gms.answer(() => new Response(text));
  expect(await call({ method: 'GET', path, api: 'service' }, isAnything, signal)).toEqual(value);
  const asObject = call({ method: 'GET', path, api: 'service' }, isJsonObject, signal);
  expect(await failureOf(asObject)).toEqual({ kind: 'unreadable', status: 200 });
});

test('an answer that breaks off is unreadable even where an empty one is not', async () => {
  const broken = () => new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
  gms.answer(() => new Response(broken()));
  const failure = await failureOf(call({ method: 'GET', path, api: 'service' }, isAnything, signal));
  expect(failure).toEqual({ kind: 'unreadable', status: 200 });
});

test('an error is an error whatever can be read of it', async () => {
  gms.answer(() => json([{ exception: 'a.B' }], { status: 400 }));
  const failure = await failureOf(call({ method: 'GET', path, api: 'service' }, isAnything, signal));
  expect(failure).toEqual({ kind: 'refused', status: 400 });
});

test.each([
  [
    { availability: { '2031-04-17T09:30:00.000Z': 4, '2031-04-17T09:35:00Z': '0' } },
    { availability: { '2031-04-17T09:30:00.000Z': 4, '2031-04-17T09:35:00Z': 0 } },
  ],
  [
    { availability: { soon: 3, '2031-04-17T09:30:00.000Z': -1, '2031-04-17T09:35:00.000Z': null } },
    { availability: {} },
  ],
  [{ availability: {} }, { availability: {} }],
  [{ availability: ['2031-04-17T09:30:00.000Z'] }, {}],
  [{ availability: 'none' }, {}],
])('an error that says %o is told as %o', async (answer, told) => {
  gms.answer(() => json(answer, { status: 400 }));
  const failure = await failureOf(call({ method: 'GET', path, api: 'service' }, isJsonObject, signal));
  expect(failure).toEqual({ kind: 'refused', status: 400, ...told });
});
