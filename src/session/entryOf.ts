import type { ChatEvent, Sender } from './chatEvent.ts';
import type { Participants } from './conversation.ts';
import type { Entry, Notice } from './transcript.ts';

/** What of an event stands in the transcript; null for what is not meant to be read. */
export function entryOf(event: ChatEvent, participants: Participants, entryCount: number): Entry | null {
  const common = {
    key: event.index === null ? `unnumbered-${entryCount}` : `index-${event.index}`,
    index: event.index,
    at: event.at,
    from: event.from.id,
  };
  if (event.type === 'said')
    return { kind: 'message', ...common, ...wordsOf(event), role: event.from.role, copies: [], copiesDue: 0 };
  if (event.type === 'urlPushed') return { kind: 'link', ...common, role: event.from.role, url: event.url };
  if (event.type === 'fileShared') {
    const { fileId, name, size } = event;
    return { kind: 'file', ...common, role: event.from.role, fileId, name, size, isRemoved: false };
  }
  const notice = noticeOf(event, participants);
  return notice && { kind: 'notice', ...common, notice };
}

function wordsOf({ text, rich, answers }: Extract<ChatEvent, { type: 'said' }>) {
  return { text, ...(rich && { rich }), ...(answers && { answers }) };
}

function noticeOf(event: ChatEvent, participants: Participants): Notice | null {
  switch (event.type) {
    case 'joined':
    case 'left':
      return isNoticed(event.from) ? { type: event.type, role: event.from.role } : null;
    case 'renamed':
      return { type: 'renamed', before: participants[event.from.id]?.name ?? '', after: event.from.name };
    case 'idleWarned':
    case 'idleClosed':
      return event.text === '' ? null : { type: 'idle', text: event.text };
    case 'announced':
    case 'unknown':
      return event.text === '' ? null : { type: 'told', text: event.text };
    default:
      return null;
  }
}

/** Supervisors and systems come, go and type unseen, and visitors know of themselves. Source: gms-chat.md §5.2. */
export function isNoticed(sender: Sender): boolean {
  return sender.role === 'agent' || sender.role === 'bot';
}
