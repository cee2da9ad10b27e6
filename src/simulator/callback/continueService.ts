import type { GmsReply } from '../gms.ts';
import type { Handler, World } from '../world.ts';
import type { ServiceRecord } from './serviceRecord.ts';
import { chatById, serviceById } from '../gmsState.ts';
import { attachedDataOf } from '../wire/fields.ts';
import { gmsError, jsonReply } from '../wire/reply.ts';
import { param } from '../world.ts';
import { confirmation, menu } from './dialogs.ts';
import { recordState } from './recordState.ts';
import { connectAnswer } from './startService.ts';

/** Named requests on a running service. Source: protocol/gms-callback.md §2.11, §4.3, §9. */

export const connect: Handler = onService((world, record) => {
  if (record.media === 'voice' && record.direction === 'USERTERMINATED') record.dialledAt = world.now;
  return jsonReply(connectAnswer(world, record));
});

export const showMenu: Handler = onService((world, record) => jsonReply(menu(world, record)));

export const snooze: Handler = onService((_world, record) => {
  record.position = 3;
  return jsonReply(confirmation(record, 'We will ask you again in five minutes.'));
});

export const cancel: Handler = onService((_world, record) => {
  record.endedBy = 'CANCELLED';
  return jsonReply(confirmation(record, 'Your request was cancelled.'));
});

/** Reserved by GMS: adds to the stored data, and to the chat that runs with it. */
export const update: Handler = onService((world, record, data) => {
  Object.assign(record.data, data);
  const chat = record.chatId === null ? undefined : chatById(world.state, record.chatId);
  if (chat !== undefined) Object.assign(chat.userData, data);
  return jsonReply({ _id: record.id });
});

/** `GET|POST /1/service/{id}/check-queue-position` (§2.6): one place further with each question. */
export const checkQueuePosition: Handler = onService((world, record) => {
  if (recordState(world, record).state === 'SCHEDULED') {
    return gmsError(500, 'ORS answered 404 Not Found for this session', 'services.ors.OrsServiceException');
  }
  const position = record.position;
  record.position = Math.max(1, position - 1);
  return jsonReply({
    _position: String(position),
    _eta: String(position * 30),
    _total_waiting: String(position + 9),
    _agent_ready_threshold_passed: position === 1,
    ewt: position * 30,
  });
});

function onService(
  act: (world: World, record: ServiceRecord, data: Readonly<Record<string, string>>) => GmsReply,
): Handler {
  return (world, call) => {
    const record = serviceById(world.state, param(call, 'service'));
    if (record === undefined) return gmsError(404, 'Service session not found', 'ServiceNotFoundException');
    if (record.endedBy !== null) return gmsError(400, 'The service session is over', 'ServiceException');
    return act(world, record, attachedDataOf(call.fields));
  };
}
