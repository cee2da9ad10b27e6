import type { Engagement } from '../../src/simulator/engagement/engagement.ts';
import type { EngagementOptions } from '../../src/simulator/engagement/createEngagement.ts';
import type { GmsReply } from '../../src/simulator/gms.ts';
import { createEngagement } from '../../src/simulator/engagement/createEngagement.ts';
import { createTestClock } from './testClock.ts';

export function engagementForTest(options: Partial<EngagementOptions> = {}) {
  const clock = createTestClock();
  return { clock, gwe: createEngagement({ clock, seed: 7, ...options }) };
}

type Sent = Readonly<{ body?: unknown; headers?: Readonly<Record<string, string>> }>;

/** One call; the body goes as JSON unless it is text already. */
export function send(
  gwe: Engagement,
  method: string,
  url: string,
  { body, headers = {} }: Sent = {},
): Promise<GmsReply> {
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  return gwe.handle({
    method,
    url,
    headers: { 'content-type': 'application/json', ...headers },
    body: text,
  });
}

export function jsonIn({ body }: GmsReply): unknown {
  return JSON.parse(body);
}

/** A page that listens: shakes hands, subscribes, and was told that it is connected. */
export async function listen(gwe: Engagement, visitID: string) {
  const bayeux = async (message: object) =>
    jsonIn(await send(gwe, 'POST', '/server/cometd', { body: [message] }));
  const shaken = JSON.stringify(await bayeux({ channel: '/meta/handshake', version: '1.0' }));
  const clientId = /"clientId":"(\w+)"/.exec(shaken)?.[1] ?? '';
  await bayeux({ channel: '/meta/subscribe', clientId, subscription: `/notification/${visitID}` });
  const connect = () => bayeux({ id: '3', channel: '/meta/connect', clientId });
  return { clientId, bayeux, connect, firstPoll: await connect() };
}
