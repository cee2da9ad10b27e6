import type { Field, GmsReply } from '../gms.ts';
import type { Call, World } from '../world.ts';
import { advanceChat } from '../chat/advanceChat.ts';
import { openChat } from '../chat/openChat.ts';
import { chatById, serviceById } from '../gmsState.ts';
import { attachedDataOf, fieldOf, filledField } from '../wire/fields.ts';
import { gmsError } from '../wire/reply.ts';
import { param } from '../world.ts';
import { sessionReply } from './sessionReply.ts';
import { transcriptRows } from './transcriptRows.ts';

/** Keys of the create call that are not attached data. Source: protocol/gms-chat.md §13.2. */
const OWN_KEYS = new Set(['notify_by', 'subscriptionID', 'transcriptPosition', 'userDisplayName']);

/** `POST /1/service/{id}/ixn/chat`. One service id is one chat: a second call finds the first one's. */
export function createSession(world: World, call: Call): GmsReply {
  const service = serviceById(world.state, param(call, 'service'));
  if (service === undefined) return gmsError(404, 'Service session not found', 'ServiceNotFoundException');
  if (service.media !== 'chat') return gmsError(400, 'This service has no chat', 'ChatException');
  const given = Object.entries(attachedDataOf(call.fields)).filter(
    ([name]) => !OWN_KEYS.has(name) && !name.startsWith('push_notification_'),
  );
  const known = service.chatId === null ? undefined : chatById(world.state, service.chatId);
  const userData = { ...service.data, ...Object.fromEntries(given) };
  const chat =
    known ??
    openChat(world, {
      api: 'v1',
      service: service.id,
      nickname: nicknameOf(call.fields, userData),
      userData,
    });
  advanceChat(chat, world);
  if (chat.end !== null) return gmsError(400, 'The chat session is closed', 'ChatException');
  service.chatId = chat.id;
  chat.notifies = fieldOf(call.fields, 'notify_by') === 'comet' ? call.gmsUser || null : chat.notifies;
  const rows = transcriptRows(world, chat);
  chat.shown = rows.length;
  chat.pushed = rows.length;
  const isVerbose = fieldOf(call.fields, '_verbose') === 'true';
  return sessionReply(world, chat, { state: 'CONNECTED', position: rows.length, rows, isVerbose });
}

/** Clients spell the names in three ways. Source: protocol/gms-chat.md §13.2, gms-callback.md §6. */
function nicknameOf(fields: readonly Field[], userData: Readonly<Record<string, string>>): string {
  const full = [
    userData['firstName'] || userData['FirstName'] || userData['first_name'] || '',
    userData['lastName'] || userData['LastName'] || userData['last_name'] || '',
  ];
  return filledField(fields, 'userDisplayName') ?? (full.join(' ').trim() || 'Visitor');
}
