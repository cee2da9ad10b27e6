import type { Chat, ChatEvent, Happening, Participant } from './chat.ts';

/** Writes an event into the transcript under the next index. */
export function appendEvent(chat: Chat, at: number, from: Participant, happening: Happening): void {
  chat.events.push({ index: chat.nextIndex, ...eventOf(at, from, happening) });
  chat.nextIndex += 1;
}

/** An event outside the transcript: the next refresh carries it once, without an index. */
export function appendLooseEvent(chat: Chat, at: number, from: Participant, happening: Happening): void {
  chat.loose.push({ index: 0, ...eventOf(at, from, happening) });
}

function eventOf(at: number, from: Participant, happening: Happening): Omit<ChatEvent, 'index'> {
  const sender = { nickname: from.nickname, participantId: from.id, type: from.type };
  if (!from.isBot) return { at, from: sender, ...happening };
  return {
    at,
    from: sender,
    ...happening,
    eventAttributes: { ...botMark(happening.type), ...happening.eventAttributes },
  };
}

/** Servers nest the mark as an object or as the JSON text of one: both occur here (gms-chat.md §5.2). */
function botMark(type: string): Record<string, unknown> {
  const info = { style: 'BOT' };
  return { GCTI_SYSTEM: { 'party-info': type === 'Message' ? JSON.stringify(info) : info } };
}
