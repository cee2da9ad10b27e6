import type { Chat, ChatEvent } from './chat.ts';
import type { World } from '../world.ts';
import { advanceChat } from './advanceChat.ts';
import { appendEvent } from './appendEvent.ts';
import { visitorOf } from './joinChat.ts';
import { appendTyping } from './performStep.ts';

/** The visitor says something; a script that answers at once has answered when this returns. */
export function visitorSays(
  world: World,
  chat: Chat,
  text: string,
  more: Pick<ChatEvent, 'eventAttributes'> = {},
): void {
  chat.draft = '';
  appendEvent(chat, world.now, visitorOf(chat), { type: 'Message', text, ...more });
  chat.script.unheard.push(text);
  markActive(world, chat);
}

export function visitorTypes(world: World, chat: Chat, isTyping: boolean, draft: string | undefined): void {
  chat.draft = isTyping ? (draft ?? chat.draft) : (draft ?? '');
  if (world.settings.quirks.includes('own-typing')) {
    appendTyping(chat, world.now, visitorOf(chat), isTyping, world.settings);
  }
}

/** Any activity calls an inactivity alert off. Source: protocol/gms-chat.md §5.1, §7.4. */
export function markActive(world: World, chat: Chat): void {
  chat.idleClosesAt = null;
  // A script that was held by the visitor goes on from now, not from when it stopped.
  if (chat.script.dueAt < world.now) chat.script.dueAt = world.now;
  advanceChat(chat, world);
}

/** Whether a text is longer than the chat server takes, in code points. */
export function isTooLong(world: World, text: string): boolean {
  // Counting code points of a huge text is slow, and UTF-16 units are never fewer.
  return text.length > world.settings.maxMessageLength && [...text].length > world.settings.maxMessageLength;
}
