import type { Chat } from '../chat/chat.ts';
import type { Field, GmsReply } from '../gms.ts';
import type { Call, Handler, World } from '../world.ts';
import { endChat } from '../chat/endChat.ts';
import { keepAlive, meetChat } from '../chat/meetChat.ts';
import { chatById } from '../gmsState.ts';
import { fieldOf, filledField } from '../wire/fields.ts';
import { param } from '../world.ts';
import { chatRefusal } from './chatReply.ts';

export type ChatAct = (
  world: World,
  chat: Chat,
  fields: readonly Field[],
  params: Call['params'],
) => GmsReply;

/**
 * An operation on a running chat, for the one who holds its key.
 * `readsTheEnd`: the operation may still be called once the chat is over, to learn how it ended.
 * Source: protocol/gms-chat.md §3.1, §8, §15.5–§15.7.
 */
export function onChat(act: ChatAct, readsTheEnd = false): Handler {
  return (world, call) => {
    const chat = chatById(world.state, param(call, 'chat'));
    const isKnown = chat?.api === 'v2' && chat.service === param(call, 'service');
    if (!isKnown || isStrange(world, chat, call.isOverBayeux)) {
      return chatRefusal(249, 'Chat session not found. referenceId[20010012]', { status: 404 });
    }
    meetChat(world, chat);
    const refusal = refuse(world, chat, call.fields, readsTheEnd);
    if (refusal !== null) return refusal;
    keepAlive(world, chat);
    return act(world, chat, call.fields, call.params);
  };
}

/** Whether ids of one way are good for the other no document says. Source: protocol/gms-chat.md §2, §6.5. */
export function isStrange({ settings }: World, chat: Chat, isOverBayeux: boolean): boolean {
  return settings.quirks.includes('own-ids') && chat.isOverBayeux !== isOverBayeux;
}

function refuse(world: World, chat: Chat, fields: readonly Field[], readsTheEnd: boolean): GmsReply | null {
  if (chat.end !== null && (chat.end.isTold || !readsTheEnd)) {
    const advice =
      chat.end.reason === 'silence' ? 'User was logged out.' : 'Request could not be carried out.';
    return chatRefusal(249, `${advice} referenceId[20010044]`, { chat, chatEnded: true });
  }
  const userId = filledField(fields, 'userId');
  if (userId !== undefined && userId !== chat.userId)
    return chatRefusal(249, 'No such user in session. referenceId[20010060]');
  if (fieldOf(fields, 'secureKey') === chat.secureKey) return null;
  // Chat Server removes the client at once (its error 8210): the right key comes too late afterwards.
  endChat(chat, world.now, 'badKey');
  return chatRefusal(249, 'Bad secure key. referenceId[20010061]');
}
