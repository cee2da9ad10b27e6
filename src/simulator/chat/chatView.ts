import type { ChatView } from '../gms.ts';
import type { Chat } from './chat.ts';

/** A copy for those who look on: changing it changes nothing. */
export function chatView(chat: Chat): ChatView {
  const { id, api, service, script, participants, events, userData, draft, readUpTo, awayAt, end } =
    structuredClone(chat);
  const ended = end?.reason ?? null;
  return {
    id,
    api,
    service,
    script: script.name,
    participants,
    events,
    userData,
    draft,
    readUpTo,
    awayAt,
    ended,
  };
}
