import type { Chat } from './chat.ts';
import type { World } from '../world.ts';
import { advanceChat } from './advanceChat.ts';
import { appendEvent } from './appendEvent.ts';
import { newAlias } from './openChat.ts';

/** Before any operation on a chat: bring it up to date, and let the fault of this call touch it. */
export function meetChat(world: World, chat: Chat): void {
  advanceChat(chat, world);
  if (world.twist === 'alias-change') chat.alias = newAlias(world.state);
  if (world.twist === 'unknown-kind' && chat.end === null) {
    const robot = { id: 99, nickname: '', type: 'Robot', isBot: false, isPresent: true } as const;
    appendEvent(chat, world.now, robot, { type: 'HologramStarted', text: 'wave', userData: { depth: '3' } });
  }
}

/** Proof that the visitor is alive: only a call that was let in counts. */
export function keepAlive(world: World, chat: Chat): void {
  chat.lastSeenAt = world.now;
}
