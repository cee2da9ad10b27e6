import type { Chat } from './chat.ts';
import type { GmsState } from '../gmsState.ts';
import type { World } from '../world.ts';
import { randomBelow, randomDigits } from '../random.ts';
import { SCRIPTS } from '../scripts/scripts.ts';
import { advanceChat } from './advanceChat.ts';
import { joinChat } from './joinChat.ts';

/** Opens a chat with the visitor in it as participant 1. Source: protocol/gms-chat.md §2, §15.2. */
export function openChat(
  world: World,
  start: Pick<Chat, 'api' | 'service' | 'userData'> & { nickname: string; isOverBayeux?: boolean },
): Chat {
  const { state, now } = world;
  const chat: Chat = {
    id: `0003${randomDigits(state, 12, 36).toUpperCase()}`,
    api: start.api,
    service: start.service,
    userId: `00C1${randomDigits(state, 12, 16).toUpperCase()}`,
    secureKey: randomDigits(state, 20, 16),
    alias: newAlias(state),
    random: randomBelow(state, 2 ** 31),
    startedAt: now,
    lastSeenAt: now,
    participants: [],
    events: [],
    loose: [],
    nextIndex: 1,
    userData: start.userData,
    files: [],
    downloads: 0,
    draft: '',
    readUpTo: 0,
    isOverBayeux: start.isOverBayeux ?? false,
    shown: 0,
    notifies: null,
    pushed: 0,
    awayAt: null,
    idleClosesAt: null,
    script: { name: state.script, pending: [...SCRIPTS[state.script]], dueAt: now, unheard: [], heard: '' },
    end: null,
  };
  state.chats[chat.id] = chat;
  joinChat(chat, now, { nickname: start.nickname, type: 'Client', isBot: false });
  advanceChat(chat, world);
  return chat;
}

/** Three digits that name a chat server; a new one differs from those before with near certainty. */
export function newAlias(state: GmsState): string {
  return String(200 + randomBelow(state, 700));
}
