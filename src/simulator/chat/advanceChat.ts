import type { Chat } from './chat.ts';
import type { Settings } from '../settings.ts';
import { appendEvent } from './appendEvent.ts';
import { endChat } from './endChat.ts';
import { joinChat } from './joinChat.ts';
import { isBlocked, performStep } from './performStep.ts';

/**
 * Brings a chat up to the present: first what the script did in the meantime, then, if the visitor was silent
 * for too long, the removal. No timer is needed, and events carry the time at which they were due.
 */
export function advanceChat(chat: Chat, world: Readonly<{ now: number; settings: Settings }>): void {
  const silentAt = isAsync(chat) ? Infinity : chat.lastSeenAt + world.settings.flexTimeoutMs;
  runScript(chat, Math.min(world.now, silentAt), world.settings);
  if (world.now > silentAt) endChat(chat, silentAt, 'silence');
}

/** Who leaves such a chat comes back hours later. Source: protocol/gms-chat.md §7.4. */
function isAsync({ userData }: Chat): boolean {
  return userData['GCTI_Chat_AsyncMode'] === 'true';
}

function runScript(chat: Chat, until: number, settings: Settings): void {
  const { script } = chat;
  while (chat.end === null) {
    const step = script.pending[0];
    if (step === undefined || script.dueAt > until || isBlocked(chat, step)) break;
    script.pending.shift();
    performStep(chat, step, settings);
  }
  if (chat.idleClosesAt !== null && chat.idleClosesAt <= until) closeForIdleness(chat, chat.idleClosesAt);
}

function closeForIdleness(chat: Chat, at: number): void {
  const system =
    chat.participants.find(({ nickname }) => nickname === SYSTEM.nickname) ?? joinChat(chat, at, SYSTEM);
  appendEvent(chat, at, system, {
    type: 'IdleClose',
    text: 'This chat was closed because nobody wrote for a while.',
  });
  endChat(chat, at, 'idle');
}

const SYSTEM = { nickname: 'System', type: 'External', isBot: false } as const;
