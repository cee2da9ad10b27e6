import { ChatError } from '../../session/failure.ts';
import type { MenuGroup, StartReply } from '../../session/startReply.ts';
import type { JsonObject } from '../jsonObject.ts';
import { valueAt } from '../jsonObject.ts';
import { isPathId, ownAddress } from '../ownAddress.ts';
import type { Dialog } from './dialogWire.ts';
import { readDialog, readMenuChoice, readMenuGroup } from './dialogWire.ts';
import { refusalIn } from '../httpFailure.ts';

/**
 * What an answer of a callback service or of a built-in service asks for, whatever scenario was wished for.
 * @throws ChatError `refused` when it is an error in the shape of a success, `unreadable` when it asks for a chat
 * without saying which. Source: protocol/gms-callback.md §4.2, in its order.
 */
export function readStartReply(body: JsonObject): StartReply {
  const dialog = readDialog(body);
  const id = dialog._id ?? dialog.id;
  const serviceId = id !== undefined && isPathId(id) ? id : null;
  const refusal = refusalIn(body);
  if (refusal) throw new ChatError(refusal);

  switch (dialog._action || undefined) {
    case 'DialNumber':
      return dial(dialog, serviceId) ?? other(dialog, serviceId);
    case 'DisplayMenu':
      return menu(dialog, serviceId) ?? other(dialog, serviceId);
    case 'StartChat':
      return startChat(dialog, serviceId);
    case 'ConfirmationDialog':
      return confirm(dialog, serviceId);
    case undefined:
      return withoutAction(dialog, serviceId);
    default:
      return other(dialog, serviceId);
  }
}

function withoutAction(dialog: Dialog, serviceId: string | null): StartReply {
  if (dialog._text) return confirm(dialog, serviceId);
  if (dialog._access_number) return dial(dialog, serviceId) ?? other(dialog, serviceId);
  if (dialog['_chatIxnAPI-CREATE-URL']) return startChat(dialog, serviceId);
  return serviceId === null ? other(dialog, serviceId) : { type: 'wait', serviceId };
}

function dial(dialog: Dialog, serviceId: string | null): StartReply | null {
  const number = unescaped(dialog._tel_url ?? dialog._access_number ?? '')
    .replace(/^\s*tel:/i, '')
    .trim();
  if (number === '') return null;
  return {
    type: 'dial',
    serviceId,
    number,
    label: dialog._label ?? '',
    accessCode: dialog._access_code || null,
    expiresInSeconds: dialog._expiration_time ?? null,
  };
}

/** An address may spell its `+` as `%2B`. */
function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** All groups, with every choice that has words. A menu without choices is none. */
function menu(dialog: Dialog, serviceId: string | null): StartReply | null {
  const groups = (dialog._content ?? []).map(menuGroup).filter((group) => group.choices.length > 0);
  return groups.length === 0 ? null : { type: 'menu', serviceId, label: dialog._label ?? '', groups };
}

function menuGroup(row: unknown): MenuGroup {
  const { _group_name: name = '', _group_content: entries = [] } = readMenuGroup(row);
  const choices = entries.map(readMenuChoice).flatMap(({ _label: label, _user_action_url: url }) => {
    return label ? [{ label, path: ownAddress(url ?? '') }] : [];
  });
  return { name, choices };
}

function startChat(dialog: Dialog, serviceId: string | null): StartReply {
  const address = dialog._start_chat_url ?? dialog['_chatIxnAPI-CREATE-URL'] ?? '';
  const path =
    ownAddress(address.split('?', 1)[0] ?? '') ?? (serviceId && `/1/service/${serviceId}/ixn/chat`);
  if (path === null) throw new ChatError({ kind: 'unreadable' });
  const subject = valueAt(dialog._chat_parameters, 'subject');
  return {
    type: 'startChat',
    serviceId,
    invitation: { path, subject: typeof subject === 'string' && subject !== '' ? subject : null },
  };
}

function confirm(dialog: Dialog, serviceId: string | null): StartReply {
  return { type: 'confirm', serviceId, text: wordsOf(dialog), okTitle: dialog._ok_title || null };
}

function other(dialog: Dialog, serviceId: string | null): StartReply {
  return { type: 'other', serviceId, text: wordsOf(dialog) };
}

function wordsOf(dialog: Dialog): string {
  return dialog._text || dialog._label || '';
}
