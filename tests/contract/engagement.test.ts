import { describe, expect, test } from 'vitest';
import {
  BAYEUX_EXAMPLES,
  ENGAGEMENT_EXAMPLES,
  PAGE,
  SEED_NOTIFICATION,
  VISIT,
} from '../fixtures/engagementExamples.ts';
import { readLaunchParams } from '../../src/launch/launchParams.ts';
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

const CONSOLE = 'https://chat.bluehill.example/console/';

test.each([
  [
    '13.12 proactive popup',
    `?gmsScenario=CHAT-NOW&visitID=${VISIT}&pageID=${PAGE}&origin=proactive&mode=popup&lang=de-AT`,
    { scenario: 'CHAT-NOW', visitId: VISIT, pageId: PAGE, lang: 'de-AT' },
  ],
  [
    '13.13 proactive callback',
    `?gmsScenario=VOICE-SCHEDULED-USERTERM&visitID=${VISIT}&pageID=${PAGE}&origin=proactive&mode=popup`,
    { scenario: 'VOICE-SCHEDULED-USERTERM', visitId: VISIT, pageId: PAGE, lang: null },
  ],
  [
    '13.14 reactive iframe, no tracker',
    '?gmsScenario=CHAT-NOW&origin=reactive&mode=embedded&parentOrigin=https%3A%2F%2Fwww.bluehill.example',
    { scenario: 'CHAT-NOW', visitId: null, pageId: null, lang: null },
  ],
])('%s is understood by the console, whose own word for the origin is proactive', (_name, query, asked) => {
  expect(readLaunchParams(new URL(query, CONSOLE).search)).toEqual({
    ...asked,
    isProactive: null,
    dropped: [],
  });
});
