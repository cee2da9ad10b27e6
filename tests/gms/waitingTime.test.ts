import { describe, expect, test } from 'vitest';
import { createCallbackApi } from '../../src/gms/callback/createCallbackApi.ts';
import type { WaitingTimeSettings } from '../../src/gms/gmsSettings.ts';
import { json, settings, startFakeGms } from './fakeGms.ts';
import { createTestClock } from './testClock.ts';
import { failureOf } from './wireTelling.ts';

const gms = startFakeGms();
const { signal } = new AbortController();

function ask(waitingTime?: WaitingTimeSettings): Promise<number | null> {
  const own = waitingTime === undefined ? settings : { ...settings, waitingTime };
  return createCallbackApi(own, createTestClock(), () => true).waitingTime(signal);
}

describe('the wait in a queue', () => {
  test.each<[WaitingTimeSettings, string]>([
    [{ queue: 'Sales VQ', apiVersion: 'v1' }, '/1/service/ewt-for-vq?name=Sales+VQ&aqt=urs2'],
    [{ queue: 'a&b', apiVersion: 'v1', mode: 'stat' }, '/1/service/ewt-for-vq?name=a%26b&aqt=stat'],
    [{ queue: 'Sales', apiVersion: 'v2' }, '/2/ewt/ewt2?name=Sales'],
    [{ queue: 'Sales', apiVersion: 'v2', mode: 'ewt3' }, '/2/ewt/ewt3?name=Sales'],
  ])('of %o is asked for at %s', async (waitingTime, path) => {
    gms.answer(() => json({}));
    await ask(waitingTime);
    expect(gms.requests.map((request) => [request.method, request.path])).toEqual([['GET', path]]);
  });

  test.each([
    [{ Sales: { ewt: 95 } }, 95],
    [{ Sales: { ewt: '94.2' }, Billing: { ewt: 7 } }, 95],
    [{ ewt: 0 }, 0],
    [{ Billing: { ewt: 7 } }, null],
    [{ Sales: { ewt: -1 } }, null],
    [{ Sales: { ewt: 'soon' } }, null],
    [{ Sales: null, constructor: 5 }, null],
  ])('is read from %o as %o', async (answer, seconds) => {
    gms.answer(() => json(answer));
    expect(await ask({ queue: 'Sales', apiVersion: 'v1' })).toBe(seconds);
  });

  test('is asked of nobody where no queue is configured', async () => {
    expect(await ask()).toBeNull();
    expect(gms.requests).toEqual([]);
  });

  test('that the server does not tell is a failure, and asked for once', async () => {
    gms.answer(() => json({}, { status: 500 }));
    expect(await failureOf(ask({ queue: 'Sales', apiVersion: 'v1' }))).toMatchObject({ kind: 'server' });
    expect(gms.requests).toHaveLength(1);
  });
});
