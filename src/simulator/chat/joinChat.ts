import type { Chat, Participant } from './chat.ts';
import { appendEvent } from './appendEvent.ts';

export function joinChat(
  chat: Chat,
  at: number,
  who: Pick<Participant, 'nickname' | 'type' | 'isBot'>,
): Participant {
  const participant = { ...who, id: chat.participants.length + 1, isPresent: true };
  chat.participants.push(participant);
  appendEvent(chat, at, participant, { type: 'ParticipantJoined' });
  return participant;
}

export function leaveChat(chat: Chat, at: number, participant: Participant): void {
  participant.isPresent = false;
  appendEvent(chat, at, participant, { type: 'ParticipantLeft' });
}

/** The visitor, who is in every chat from its first moment. */
export function visitorOf(chat: Chat): Participant {
  const visitor = chat.participants[0];
  if (visitor === undefined) throw new Error(`Chat ${chat.id} has no visitor`);
  return visitor;
}
