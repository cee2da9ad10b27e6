import { describe, expect, test } from 'vitest';
import { createPost } from '../../src/gms/http.ts';
import { json, settings, startFakeGms } from './fakeGms.ts';
import { createTestClock, settled } from './testClock.ts';
import { failureOf } from './wireTelling.ts';

const gms = startFakeGms();
const body = new URLSearchParams({ message: 'a & b + ü' });
const request = { path: '/2/chat/web-support', body, api: 'chatV2' } as const;
const { signal } = new AbortController();
const clock = createTestClock();
const post = createPost(settings, clock, () => true);

describe('a request', () => {
  test('of v2 has no header that would need a preflight', async () => {
    gms.answer(() => json({}));
    await post(request, signal);
    const [sent] = gms.requests;
    expect(sent?.text).toBe('message=a+%26+b+%2B+%C3%BC');
    expect(Object.fromEntries(sent?.headers ?? [])).toEqual({
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    });
  });

  test('of the service API names the visitor', async () => {
    gms.answer(() => json({}));
    await post({ ...request, api: 'service' }, signal);
    expect(gms.requests[0]?.headers.get('gms_user')).toBe('mira-4711');
  });

  test('of the service API without a user has no such header', async () => {
    gms.answer(() => json({}));
    await createPost({ ...settings, gmsUser: '' }, clock, () => true)({ ...request, api: 'service' }, signal);
    expect(gms.requests[0]?.headers.has('gms_user')).toBe(false);
  });

  test('carries the key under both names', async () => {
    gms.answer(() => json({}));
    await createPost({ ...settings, apiKey: 'k-1' }, clock, () => true)(request, signal);
    expect(gms.requests[0]?.headers.get('apikey')).toBe('k-1');
    expect(gms.requests[0]?.headers.get('x-api-key')).toBe('k-1');
  });

  test('carries what a gateway asks for', async () => {
    gms.answer(() => json({}));
    await createPost({ ...settings, authorization: 'Basic Zm9v' }, clock, () => true)(request, signal);
    expect(gms.requests[0]?.headers.get('authorization')).toBe('Basic Zm9v');
  });

  test('with a key that no header can hold does not leave, and does not tell it', async () => {
    const call = createPost({ ...settings, apiKey: 'schlüssel\n✓' }, clock, () => true)(request, signal);
    await expect(call).rejects.toThrow('Chat request failed: misconfigured');
    expect(gms.requests).toHaveLength(0);
  });

  test('does not leave while the browser is offline', async () => {
    const offline = createPost(settings, clock, () => false);
    expect(await failureOf(offline(request, signal))).toEqual({ kind: 'offline' });
    expect(gms.requests).toHaveLength(0);
  });
});

describe('an answer', () => {
  test.each([
    [400, {}, { kind: 'refused', status: 400 }],
    [401, {}, { kind: 'unauthorised', status: 401 }],
    [403, {}, { kind: 'unauthorised', status: 403 }],
    [404, {}, { kind: 'missing', status: 404 }],
    [405, {}, { kind: 'refused', status: 405 }],
    [408, {}, { kind: 'server', status: 408 }],
    [410, {}, { kind: 'missing', status: 410 }],
    [413, {}, { kind: 'refused', status: 413 }],
    [415, {}, { kind: 'refused', status: 415 }],
    [422, {}, { kind: 'refused', status: 422 }],
    [425, {}, { kind: 'server', status: 425 }],
    [429, {}, { kind: 'busy', status: 429 }],
    [429, { 'Retry-After': '7' }, { kind: 'busy', status: 429, retryAfterMs: 7000 }],
    [429, { 'Retry-After': '86400' }, { kind: 'busy', status: 429, retryAfterMs: 60_000 }],
    [500, { 'Retry-After': '7' }, { kind: 'server', status: 500 }],
    [502, {}, { kind: 'server', status: 502 }],
    [503, {}, { kind: 'server', status: 503 }],
    [503, { 'Retry-After': '0' }, { kind: 'busy', status: 503, retryAfterMs: 0 }],
    [503, { 'Retry-After': 'soon' }, { kind: 'server', status: 503 }],
    [503, { 'Retry-After': '-5' }, { kind: 'server', status: 503 }],
    [
      503,
      { 'Retry-After': 'Fri, 02 Jan 2026 12:00:20 GMT' },
      { kind: 'busy', status: 503, retryAfterMs: 20_000 },
    ],
    [503, { 'Retry-After': 'Fri, 02 Jan 2026 11:00:00 GMT' }, { kind: 'busy', status: 503, retryAfterMs: 0 }],
    [504, {}, { kind: 'server', status: 504 }],
    [511, {}, { kind: 'server', status: 511 }],
  ])('with HTTP %i and %o is the failure %o', async (status, headers: Record<string, string>, failure) => {
    gms.answer(() => new Response('<h1>No</h1>', { status, headers }));
    expect(await failureOf(post(request, signal))).toEqual(failure);
  });

  test.each([
    [{ errors: [{ code: 103, advice: 'secret' }] }, { code: 103 }],
    [{ errors: [{ code: '364' }] }, { code: 364 }],
    [{ errors: [null, { code: [] }, { code: 161 }] }, { code: 161 }],
    [{ errors: 'none' }, {}],
    [
      { exception: 'com.genesyslab.CallbackExceptionNumber', message: 'No 5550' },
      { exception: 'CallbackExceptionNumber' },
    ],
    [{ exception: 'com.genesyslab.A secret of the house' }, {}],
    [{ exception: { name: 'x' } }, {}],
  ])('that says %o is told as %o', async (reply, told) => {
    gms.answer(() => json(reply, { status: 400 }));
    expect(await failureOf(post(request, signal))).toEqual({ kind: 'refused', status: 400, ...told });
  });

  test('that never comes through is a network failure (F09)', async () => {
    gms.answer(() => Response.error());
    expect(await failureOf(post(request, signal))).toEqual({ kind: 'network' });
  });

  test('never gets its words into the message of the error', async () => {
    gms.answer(() => new Response('{"secureKey":"7be91c40d2f35a86c07d", oops'));
    await expect(post(request, signal)).rejects.toThrow(/^Chat request failed: unreadable$/);
  });
});

describe('a body', () => {
  const text = '{"statusCode":0,"text":"ü✓"}';
  const bytes = new TextEncoder().encode(text);

  test('cut off at any byte is unreadable (F23)', async () => {
    for (let length = 0; length < bytes.length; length += 1) {
      gms.answer(() => new Response(bytes.slice(0, length)));
      expect(await failureOf(post(request, signal))).toEqual({ kind: 'unreadable', status: 200 });
    }
  });

  test('that breaks off after any byte is unreadable (F23)', async () => {
    for (let length = 0; length <= bytes.length; length += 1) {
      gms.answer(() => new Response(brokenAfter(bytes.slice(0, length))));
      expect(await failureOf(post(request, signal))).toEqual({ kind: 'unreadable', status: 200 });
    }
  });

  test('may come byte by byte, and begin with a byte order mark (F26)', async () => {
    gms.answer(() => new Response(piecewise(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]))));
    expect(await post(request, signal)).toEqual({ statusCode: 0, text: 'ü✓' });
  });

  test.each(['', 'null', '[]', '"text"', '3', 'true', '<html></html>', ")]}',\n{}", '{} {}'])(
    'that is %j is unreadable',
    async (content) => {
      gms.answer(() => new Response(content));
      expect(await failureOf(post(request, signal))).toEqual({ kind: 'unreadable', status: 200 });
    },
  );

  test('may be missing, which is unreadable', async () => {
    gms.answer(() => new Response(null, { status: 204 }));
    expect(await failureOf(post(request, signal))).toEqual({ kind: 'unreadable', status: 204 });
  });

  test('of 6 MB is not read to its end (F39)', async () => {
    let sent = 0;
    const chunk = new Uint8Array(64 * 1024).fill(0x20);
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += chunk.length;
        if (sent > 20 * 1024 * 1024) controller.close();
        else controller.enqueue(chunk);
      },
    });
    gms.answer(() => new Response(stream));
    expect(await failureOf(post(request, signal))).toEqual({ kind: 'unreadable', status: 200 });
    expect(sent).toBeLessThan(6 * 1024 * 1024);
  });

  test('of 4 MB is read', async () => {
    gms.answer(() => json({ text: 'x'.repeat(4 * 1024 * 1024) }));
    expect(await post(request, signal)).toHaveProperty('text.length', 4 * 1024 * 1024);
  });
});

describe('the time allowed', () => {
  test('runs out while no answer comes', async () => {
    const ownClock = createTestClock();
    gms.answer(() => new Promise(never));
    const failure = failureOf(createPost(settings, ownClock, () => true)(request, signal));
    await ownClock.advance(9999);
    await expect(Promise.race([failure, settled()])).resolves.toBeUndefined();
    await ownClock.advance(1);
    expect(await failure).toEqual({ kind: 'timeout' });
  });

  test('covers a body that trickles (F38)', async () => {
    const ownClock = createTestClock();
    gms.answer(() => new Response(trickling('{"statusCode":0')));
    const failure = failureOf(createPost(settings, ownClock, () => true)(request, signal));
    for (let second = 0; second < 10; second += 1) await ownClock.advance(1000);
    expect(await failure).toEqual({ kind: 'timeout' });
  });

  test('ends with the answer', async () => {
    const ownClock = createTestClock();
    gms.answer(() => json({}));
    await createPost(settings, ownClock, () => true)(request, signal);
    expect(ownClock.asked).toEqual([10_000]);
    expect(ownClock.sleepers()).toBe(0);
  });
});

describe('the caller', () => {
  test('who gives up gets its own reason back', async () => {
    const caller = new AbortController();
    gms.answer(() => new Promise(never));
    const call = post(request, caller.signal);
    await settled();
    caller.abort('changed my mind');
    await expect(call).rejects.toBe('changed my mind');
  });

  test('who gave up before sends nothing', async () => {
    await expect(post(request, AbortSignal.abort('too late'))).rejects.toBe('too late');
    expect(gms.requests).toHaveLength(0);
  });
});

function brokenAfter(bytes: Uint8Array): ReadableStream<Uint8Array> {
  const parts = [bytes];
  return new ReadableStream({
    pull(controller) {
      const part = parts.pop();
      if (part && part.length > 0) controller.enqueue(part);
      else controller.error(new Error('connection reset'));
    },
  });
}

function piecewise(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
}

/** Begins and never ends. */
function trickling(beginning: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(beginning)),
  });
}

function never(): void {
  // neither kept nor broken
}
