import type { Chat } from '../chat/chat.ts';
import type { Field, GmsReply } from '../gms.ts';
import type { Handler, World } from '../world.ts';
import { keepAlive, meetChat } from '../chat/meetChat.ts';
import { chatById, serviceById } from '../gmsState.ts';
import { gmsError } from '../wire/reply.ts';
import { param } from '../world.ts';

export type SessionAct = (world: World, chat: Chat, fields: readonly Field[]) => GmsReply;

/**
 * An operation on the chat of a service session; the id in the path is all the identification there is.
 * `readsTheEnd`: it still answers once after the end. Sources: protocol/gms-chat.md §13, gms-callback.md §2.15.
 */
export function onSession(act: SessionAct, readsTheEnd = false): Handler {
  return (world, call) => {
    const service = serviceById(world.state, param(call, 'service'));
    if (service === undefined) return gmsError(404, 'Service session not found', 'ServiceNotFoundException');
    const chat = service.chatId === null ? undefined : chatById(world.state, service.chatId);
    if (chat === undefined) return gmsError(400, 'Chat session not found', 'ChatException');
    meetChat(world, chat);
    if (chat.end !== null && (chat.end.isTold || !readsTheEnd)) {
      return gmsError(400, 'The chat session is closed', 'ChatException');
    }
    keepAlive(world, chat);
    return act(world, chat, call.fields);
  };
}
