import type { Chat } from './chat.ts';
import type { World } from '../world.ts';
import { advanceChat } from './advanceChat.ts';
import { appendEvent } from './appendEvent.ts';
import { endChat } from './endChat.ts';
import { newAlias } from './openChat.ts';

/** How many events an older copy of a chat lacks. */
const REWOUND = 3;

/** Before any operation on a chat: bring it up to date, and let the fault of this call touch it. */
export function meetChat(world: World, chat: Chat): void {
  advanceChat(chat, world);
  if (world.twist === 'alias-change') chat.alias = newAlias(world.state);
  if (world.twist === 'end') endChat(chat, world.now, 'agent');
  if (world.twist === 'rewind' && chat.end === null) rewind(chat);
  if (world.twist === 'unknown-kind' && chat.end === null) {
    const robot = { id: 99, nickname: '', type: 'Robot', isBot: false, isPresent: true } as const;
    appendEvent(chat, world.now, robot, { type: 'HologramStarted', text: 'wave', userData: { depth: '3' } });
  }
}

/** The visitor stays in the chat, who joined it first. */
function rewind(chat: Chat): void {
  chat.events = chat.events.slice(0, Math.max(1, chat.events.length - REWOUND));
  chat.nextIndex = (chat.events.at(-1)?.index ?? 0) + 1;
  chat.shown = Math.min(chat.shown, chat.events.length);
}

/** Proof that the visitor is alive: only a call that was let in counts. */
export function keepAlive(world: World, chat: Chat): void {
  chat.lastSeenAt = world.now;
}
