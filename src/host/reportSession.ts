import type { Entry } from '../session/transcript.ts';
import type { Participant } from '../session/conversation.ts';
import type { EndReason, SessionState } from '../session/state.ts';
import type { ConsoleMessage } from './messages.ts';
import { packSessionData } from './sessionData.ts';

type ReportOptions = Readonly<{
  /** whether the words of messages may leave: `features.shareText` */
  sharesText: boolean;
  /** whether the host keeps what names the chat: `chat.async.hostKeepsSession` */
  sharesSession: boolean;
  say: (message: ConsoleMessage) => void;
}>;

/**
 * Tells the host what happened between two states, in order. A message is counted; its words stay here unless the
 * site wants them told. What is only read again after a reload did not happen. Source: contract.md §5.
 */
export function reportChange(
  before: SessionState,
  after: SessionState,
  { sharesText, sharesSession, say }: ReportOptions,
): void {
  if (after.phase !== before.phase) say({ type: 'state', phase: after.phase });
  if (sharesSession) reportSession(before, after, say);
  reportAgents(before, after, say);
  let count = countMessages(before.conversation.entries);
  for (const entry of newEntries(before, after)) {
    if (entry.kind !== 'message') continue;
    count += 1;
    say({ type: 'message', from: entry.role, count, ...(sharesText && { text: entry.text }) });
  }
  if (after.phase === 'ended' && before.phase !== 'ended' && !UNTOLD.has(after.reason)) {
    say({ type: 'ended', reason: after.reason });
  }
}

/** A chat that moved has not ended, and one that was erased has left no end to tell of. */
const UNTOLD: ReadonlySet<EndReason> = new Set(['moved', 'erased']);

/** How things stand, for a host that has just come. */
export function reportState(
  state: SessionState,
  { sharesSession, say }: Pick<ReportOptions, 'sharesSession' | 'say'>,
): void {
  say({ type: 'state', phase: state.phase });
  if (sharesSession) reportSession(null, state, say);
  for (const { name } of agentsIn(state)) say({ type: 'agent', action: 'joined', name });
  if (state.phase === 'ended' && !UNTOLD.has(state.reason)) say({ type: 'ended', reason: state.reason });
}

/** What others said between two states; a host may show how much of it is unread. */
export function countIncoming(before: SessionState, after: SessionState): number {
  return newEntries(before, after).filter((entry) => entry.kind !== 'notice' && entry.role !== 'me').length;
}

/** Its keys change during a chat; where nothing is known of a chat yet, or it is in other hands, nothing is said. */
function reportSession(before: SessionState | null, after: SessionState, say: ReportOptions['say']): void {
  const data = sessionDataOf(after);
  if (data !== null && data !== (before && sessionDataOf(before))) say({ type: 'session', data });
  const isOver = after.phase === 'ended' && after.reason !== 'moved';
  if (isOver && before?.phase !== 'ended') say({ type: 'session', data: '' });
}

function sessionDataOf(state: SessionState): string | null {
  const isAsync = state.phase === 'chat' && state.chat.api === 'v2' && state.order?.isAsync;
  return isAsync ? packSessionData(state.chat) : null;
}

function reportAgents(before: SessionState, after: SessionState, say: ReportOptions['say']): void {
  if (before.conversation.participants === after.conversation.participants) return;
  const were = agentsIn(before);
  const are = agentsIn(after);
  for (const { id, name } of were) {
    if (!are.some((agent) => agent.id === id)) say({ type: 'agent', action: 'left', name });
  }
  for (const { id, name } of are) {
    if (!were.some((agent) => agent.id === id)) say({ type: 'agent', action: 'joined', name });
  }
}

function agentsIn({ conversation }: SessionState): readonly Participant[] {
  return Object.values(conversation.participants).filter(
    (person) => person.role === 'agent' && person.isPresent,
  );
}

/** Entries are never changed in place: one that is not in the list before is new. */
function newEntries(before: SessionState, after: SessionState): readonly Entry[] {
  const isHistory = before.phase === 'loading' || (before.phase === 'chat' && before.link.isCatchingUp);
  const { entries, pages } = before.conversation;
  if (isHistory || entries === after.conversation.entries) return [];
  const known = new Set(entries.map(({ key }) => key));
  const start = pages?.start ?? 0;
  return after.conversation.entries.filter(
    ({ key, index }) => (index ?? Infinity) > start && !known.has(key),
  );
}

function countMessages(entries: readonly Entry[]): number {
  return entries.filter((entry) => entry.kind === 'message').length;
}
