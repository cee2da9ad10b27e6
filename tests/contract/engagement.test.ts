import { describe, expect, test } from 'vitest';
import {
  BAYEUX_EXAMPLES,
  ENGAGEMENT_EXAMPLES,
  SEED_NOTIFICATION,
  VISIT,
} from '../fixtures/engagementExamples.ts';
import { engagementForTest, jsonIn, send } from '../simulator/engagementWire.ts';

/** The examples of protocol/gwe-engagement.md §13, held against the simulated service (§12.5). */
test.each(ENGAGEMENT_EXAMPLES)('$name', async ({ method, url, body, status, reply }) => {
  const { gwe } = engagementForTest({ reactiveState: 0.35 });
  const answered = await send(gwe, method, url, { body });
  expect(answered.status).toBe(status);
  if (reply !== undefined) expect(jsonIn(answered)).toEqual(reply);
});

describe('13.6–13.9 Bayeux', () => {
  const { clientId, handshake, subscribe, delivery, unknownClient } = BAYEUX_EXAMPLES;

  test('from the handshake to a notification in a long poll', async () => {
    const { gwe } = engagementForTest({ holdMs: 25_000 });
    let given = clientId as string;
    const say = async (messages: readonly object[]): Promise<unknown> => {
      const body = JSON.stringify(messages).replaceAll(clientId, given);
      const answer = (await send(gwe, 'POST', '/server/cometd', { body })).body;
      given = /"clientId":"(\w+)"/.exec(answer)?.[1] ?? given;
      return JSON.parse(answer.replaceAll(given, clientId));
    };
    expect(await say(handshake.asked)).toEqual(handshake.answered);
    expect(await say(subscribe.asked)).toEqual(subscribe.answered);
    await send(gwe, 'POST', `/server/data/notification/notify/${VISIT}`, { body: SEED_NOTIFICATION });
    expect(await say(delivery.asked)).toEqual(delivery.answered);
  });

  test('a client that the server does not know', async () => {
    const { gwe } = engagementForTest();
    const reply = await send(gwe, 'POST', '/server/cometd/connect', { body: unknownClient.asked });
    expect(jsonIn(reply)).toEqual(unknownClient.answered);
  });
});
