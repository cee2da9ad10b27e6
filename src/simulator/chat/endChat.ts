import type { Chat, EndReason } from './chat.ts';
import { leaveChat, visitorOf } from './joinChat.ts';

/** Everybody leaves, the visitor last, as TV-29 shows. Source: protocol/gms-chat.md §15.6, §15.7. */
export function endChat(chat: Chat, at: number, reason: EndReason): void {
  if (chat.end !== null) return;
  for (const participant of chat.participants.slice(1)) {
    if (participant.isPresent) leaveChat(chat, at, participant);
  }
  leaveChat(chat, at, visitorOf(chat));
  chat.idleClosesAt = null;
  chat.end = { at, reason, isTold: isKnownToVisitor(reason) };
}

/** Who was removed, or left, gets no last events: the next call is refused. */
function isKnownToVisitor(reason: EndReason): boolean {
  return reason === 'visitor' || reason === 'silence' || reason === 'badKey';
}
