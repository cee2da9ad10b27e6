import type { Answer, Desk, DeskHandler } from './desk.ts';
import type { NotificationMessage } from './engagement.ts';
import { emptyReply, jsonReply } from '../wire/reply.ts';
import { channelOf, isId } from './desk.ts';
import { membersOf, readJson } from './readJson.ts';

/**
 * `POST …/data/notification/notify/{visitID}`: sends messages to the pages of a visit.
 * 200 means accepted, also when nobody listens. Source: protocol/gwe-engagement.md §2.1, §12.2.
 */
export const notify: DeskHandler = (desk, { rest: visitID, contentType, body }) => {
  const read = readJson(contentType, body);
  if ('refusal' in read) return { reply: read.refusal };
  const messages = messagesIn(read.value);
  if (messages === null || !isId(visitID)) return { reply: emptyReply(400) };
  return { reply: emptyReply(), ...published(desk, visitID, messages) };
};

/** `POST …/data/gateway/engage`: the same, as a strategy of 8.5 asks for it. The shape inside is ours (§6.2, §13.17). */
export const engage: DeskHandler = (desk, { contentType, body }) => {
  const read = readJson(contentType, body);
  if ('refusal' in read) return { reply: read.refusal };
  const { visitID, notification } = membersOf(membersOf(read.value)['ixnProfile']);
  const messages = messagesIn(notification);
  if (messages === null || typeof visitID !== 'string' || !isId(visitID))
    return { reply: jsonReply({}, 400) };
  return { reply: jsonReply({}), ...published(desk, visitID, messages) };
};

/** `POST …/data/gateway/noengage`: no invitation this time. */
export const noEngage: DeskHandler = (_desk, { contentType, body }) => {
  const read = readJson(contentType, body);
  if ('refusal' in read) return { reply: read.refusal };
  const { visitID, reason } = membersOf(membersOf(read.value)['cancelData']);
  if (typeof visitID !== 'string' || !isId(visitID)) return { reply: jsonReply({}, 400) };
  return { reply: jsonReply({}), visitID, facts: { reason: typeof reason === 'string' ? reason : '' } };
};

function published(
  { listeners }: Desk,
  visitID: string,
  messages: readonly NotificationMessage[],
): Omit<Answer, 'reply'> {
  const reached = listeners.publish(channelOf(visitID), messages);
  const { page = '', channel = '', data } = messages[0] ?? {};
  const { url } = membersOf(data);
  return {
    visitID,
    facts: {
      channel,
      ...(page !== '' && { page }),
      ...(typeof url === 'string' && { url }),
      // a page that was left may still count for a moment: its poll was not taken back
      delivered: reached === 0 ? 'nobody listens' : `to ${reached} listener${reached === 1 ? '' : 's'}`,
    },
  };
}

function messagesIn(value: unknown): readonly NotificationMessage[] | null {
  return Array.isArray(value) && value.length > 0 && value.every(isMessage) ? value : null;
}

function isMessage(value: unknown): value is NotificationMessage {
  const { channel, page } = membersOf(value);
  return typeof channel === 'string' && channel !== '' && (page === undefined || typeof page === 'string');
}
