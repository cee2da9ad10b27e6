import { describe, expect, test } from 'vitest';
import type { StartReply } from '../../src/session/startReply.ts';
import { callOrder, startSimulatedGms } from './simulatedGms.ts';
import { failureOf } from './wireTelling.ts';

const { host, clients, arrived } = startSimulatedGms();
const { signal } = new AbortController();

async function waitingId(reply: Promise<StartReply>): Promise<string> {
  const { serviceId } = await reply;
  return serviceId ?? '';
}

describe('connect', () => {
  test.each([
    ['CHAT-WAIT', 'startChat'],
    ['VOICE-WAIT-USERORIG', 'dial'],
    ['VOICE-WAIT-USERTERM', 'confirm'],
  ] as const)('goes on with %s, which answers with %s', async (scenario, type) => {
    const { desk } = clients();
    const id = await waitingId(desk.start(callOrder(scenario), signal));
    expect(await desk.connect(id, signal)).toMatchObject({ type, serviceId: id });
    expect(arrived().at(-1)).toBe(`POST /1/service/${id}/connect`);
  });

  test('of a service that is gone is a failure', async () => {
    expect(await failureOf(clients().desk.connect('1-none', signal))).toEqual({
      kind: 'missing',
      status: 404,
      exception: 'ServiceNotFoundException',
      isFromGms: true,
    });
  });

  test.each(['..', '../../2/chat', 'a/../../..', ''])('of the id %j does not leave', async (id) => {
    expect(await failureOf(clients().desk.connect(id, signal))).toEqual({ kind: 'refused' });
    expect(arrived()).toEqual([]);
  });
});

describe('cancel', () => {
  test('gives an order back', async () => {
    const { desk, api } = clients();
    const id = await waitingId(desk.start(callOrder('VOICE-NOW-USERTERM'), signal));
    await desk.cancel(id, signal);
    expect(arrived().at(-1)).toBe(`DELETE /1/service/callback/samples_new/${id}`);
    expect(await api.record(id, signal)).toMatchObject({ state: 'COMPLETED', reason: 'CANCELLED' });
  });

  test('asks once more, and for good, when it is refused', async () => {
    const { desk } = clients();
    const id = await waitingId(desk.start(callOrder('VOICE-NOW-USERTERM'), signal));
    await desk.cancel(id, signal);
    await desk.cancel(id, signal);
    expect(arrived().slice(-2)).toEqual([
      `DELETE /1/service/callback/samples_new/${id}`,
      `DELETE /1/service/callback/samples_new/${id} discard_ors_failure=true`,
    ]);
  });

  test('asks once more only', async () => {
    host.gms.inject({ on: 'other', name: 'status', status: 400, times: 9 });
    expect(await failureOf(clients().desk.cancel('1-a', signal))).toEqual({ kind: 'refused', status: 400 });
    expect(arrived()).toHaveLength(2);
  });

  test.each([401, 404, 500, 503])('does not ask again after %i', async (status) => {
    host.gms.inject({ on: 'other', name: 'status', status, times: 9 });
    expect(await failureOf(clients().desk.cancel('1-a', signal))).toMatchObject({ status });
    expect(arrived()).toHaveLength(1);
  });

  test('of an id that is no segment of a path does not leave', async () => {
    expect(await failureOf(clients().desk.cancel('a/b', signal))).toEqual({ kind: 'missing' });
    expect(arrived()).toEqual([]);
  });
});
