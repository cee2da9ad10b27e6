import type { Answer, Desk, DeskHandler } from './desk.ts';
import type { Delivery } from './listeners.ts';
import { randomDigits } from '../random.ts';
import { emptyReply, jsonReply } from '../wire/reply.ts';
import { membersOf, readJson } from './readJson.ts';

/** At least 128 bits in base 36. */
const CLIENT_ID_DIGITS = 25;
const OPEN_CHANNEL = /^\/notification\/[0-9A-Za-z-]{8,64}$/;

type Message = Readonly<Record<string, unknown>>;
type MetaHandler = (desk: Desk, message: Message) => readonly object[] | Promise<readonly object[]>;

/**
 * `POST …/cometd`: the part of Bayeux that a tracker needs, by long polling.
 * Source: protocol/gwe-engagement.md §2.4, §12.2, §13.6–13.9.
 */
export const cometd: DeskHandler = async (desk, { contentType, body }): Promise<Answer> => {
  const read = readJson(contentType, body);
  if ('refusal' in read) return { reply: read.refusal };
  if (!Array.isArray(read.value) || read.value.length === 0) return { reply: emptyReply(400) };
  const messages: readonly unknown[] = read.value;
  const replies: object[] = [];
  for (const message of messages) replies.push(...(await answerTo(desk, membersOf(message))));
  const channels = messages.map((message) => String(membersOf(message)['channel']));
  return { reply: jsonReply(replies), facts: { channel: channels.join(' ') } };
};

const META: ReadonlyMap<unknown, MetaHandler> = new Map<unknown, MetaHandler>([
  ['/meta/handshake', handshake],
  ['/meta/connect', known(connect)],
  ['/meta/subscribe', known(subscribe)],
  ['/meta/unsubscribe', known(unsubscribe)],
  ['/meta/disconnect', known(disconnect)],
]);

function answerTo(desk: Desk, message: Message): readonly object[] | Promise<readonly object[]> {
  const answer = META.get(message['channel']);
  return answer
    ? answer(desk, message)
    : [{ ...head(message), successful: false, error: `403:${String(message['channel'])}:Not allowed` }];
}

function handshake({ state, listeners, settings }: Desk, message: Message): readonly object[] {
  const clientId = randomDigits(state, CLIENT_ID_DIGITS, 36);
  listeners.add(clientId);
  const about = { version: '1.0', clientId, supportedConnectionTypes: ['long-polling'] };
  return [{ ...head(message), ...about, successful: true, advice: retry(settings.holdMs) }];
}

async function connect({ listeners, settings }: Desk, message: Message): Promise<readonly object[]> {
  const deliveries: readonly Delivery[] = await listeners.collect(clientOf(message));
  return [...deliveries, { ...head(message), successful: true, advice: retry(settings.holdMs) }];
}

function subscribe({ listeners }: Desk, message: Message): readonly object[] {
  const { subscription } = message;
  if (typeof subscription !== 'string' || !OPEN_CHANNEL.test(subscription)) {
    return [{ ...head(message), successful: false, subscription, error: '403::Subscription denied' }];
  }
  listeners.subscribe(clientOf(message), subscription);
  return [{ ...head(message), successful: true, subscription }];
}

function unsubscribe({ listeners }: Desk, message: Message): readonly object[] {
  const { subscription } = message;
  listeners.unsubscribe(clientOf(message), String(subscription));
  return [{ ...head(message), successful: true, subscription }];
}

function disconnect({ listeners }: Desk, message: Message): readonly object[] {
  listeners.remove(clientOf(message));
  return [{ ...head(message), successful: true }];
}

/** Whom the server does not know has to shake hands anew. */
function known(handler: MetaHandler): MetaHandler {
  return (desk, message) => {
    const client = clientOf(message);
    if (desk.listeners.has(client)) return handler(desk, message);
    const advice = { reconnect: 'handshake', interval: 0 };
    return [{ ...head(message), successful: false, error: `402:${client}:Unknown client`, advice }];
  };
}

function clientOf({ clientId }: Message): string {
  return typeof clientId === 'string' ? clientId : '';
}

function head({ id, channel }: Message): object {
  return id === undefined ? { channel } : { id, channel };
}

function retry(timeout: number): object {
  return { reconnect: 'retry', interval: 0, timeout };
}
