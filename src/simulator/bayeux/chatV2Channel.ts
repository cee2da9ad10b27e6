import type { World } from '../world.ts';
import type { BayeuxPeer } from './bayeuxPeer.ts';
import type { Heard } from './createBayeux.ts';
import { keepAlive } from '../chat/meetChat.ts';
import { advanceChat } from '../chat/advanceChat.ts';
import { chatReply } from '../chatV2/chatReply.ts';
import { transcriptFrom } from '../chatV2/transcriptFrom.ts';
import { chatById } from '../gmsState.ts';

/** Tells a client what is new in the chats that it hears of; while it is there, the visitor is alive. */
export function tellChatV2(world: World, peer: BayeuxPeer, heard: Heard): void {
  for (const [id, next] of heard) {
    const chat = chatById(world.state, id);
    if (chat === undefined) {
      heard.delete(id);
      continue;
    }
    if (chat.end === null) keepAlive(world, chat);
    advanceChat(chat, world);
    const events = transcriptFrom(world, chat, next);
    if (events.length > 0 || chat.end !== null) {
      peer.deliver(`/service/chatV2/${chat.service}`, JSON.parse(chatReply(world, chat, events).body));
    }
    heard.set(id, chat.nextIndex);
    if (chat.end === null) continue;
    chat.end.isTold = true;
    heard.delete(id);
  }
}
