import { ChatError } from '../session/failure.ts';
import type { ChatRef, Clock } from '../session/ports.ts';
import { servicePath } from './chatV2/servicePath.ts';
import type { GmsSettings } from './gmsSettings.ts';
import { createPost } from './http.ts';
import { refusalIn } from './httpFailure.ts';
import { isPathId, ownAddress } from './ownAddress.ts';

/** Whose data: a chat's, or a service's that has not led to a chat. */
type DataTarget = Readonly<{ chat: ChatRef }> | Readonly<{ serviceId: string }>;

/**
 * Adds to, or changes, the data that is attached to an interaction. Saying it twice changes nothing.
 * @throws ChatError; on abort the reason of the signal
 */
export type AttachData = (
  target: DataTarget,
  data: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<void>;

/**
 * Chat API v2 has an operation for it; a callback service, and a v1 chat that belongs to one, is told by the named
 * request `update`. Source: protocol/gms-chat.md §3.2, TV-14, gms-callback.md §2.11, §6.
 */
export function createAttachData(settings: GmsSettings, clock: Clock, isOnline: () => boolean): AttachData {
  const post = createPost(settings, clock, isOnline);

  async function tellChat(chat: ChatV2Ref, data: Record<string, string>, signal: AbortSignal): Promise<void> {
    if (!isPathId(chat.chatId)) throw new ChatError({ kind: 'over' });
    const path = `${servicePath(settings)}/${chat.chatId}/updateData`;
    const named = Object.entries(data).map(([name, value]) => [`userData[${name}]`, value]);
    const body = new URLSearchParams([...idFields(chat), ...named]);
    const { statusCode } = await post({ path, body, api: 'chatV2' }, signal);
    if (statusCode === 0) return;
    throw new ChatError({ kind: statusCode === 1 ? 'temporary' : 'refused' });
  }

  async function tellService(
    serviceId: string,
    data: Record<string, string>,
    signal: AbortSignal,
  ): Promise<void> {
    if (!isPathId(serviceId)) throw new ChatError({ kind: 'missing' });
    // what begins so is a parameter of the service, and no data
    const body = new URLSearchParams(Object.entries(data).filter(([name]) => !name.startsWith('_')));
    if (body.size === 0) return;
    const path = `/1/service/${serviceId}/update`;
    const refusal = refusalIn(await post({ path, body, api: 'service' }, signal));
    if (refusal) throw new ChatError(refusal);
  }

  return (target, data, signal) => {
    if ('serviceId' in target) return tellService(target.serviceId, data, signal);
    if (target.chat.api === 'v2') return tellChat(target.chat, data, signal);
    return tellService(serviceOf(target.chat.path), data, signal);
  };
}

type ChatV2Ref = Extract<ChatRef, { api: 'v2' }>;

function idFields({ userId, secureKey, alias }: ChatV2Ref): string[][] {
  return [
    ['userId', userId],
    ['secureKey', secureKey],
    ['alias', alias],
  ].filter(([, value]) => value !== '');
}

/** `/1/service/{id}/ixn/chat` names the service in its third segment. */
function serviceOf(path: string): string {
  return ownAddress(path)?.split(/[/?]/)[3] ?? '';
}
