import type { ChatView } from '../../src/simulator/gms.ts';
import type { MessageEntry } from '../../src/session/transcript.ts';
import type { OutboxItem } from '../../src/session/outbox.ts';
import { selectStatus } from '../../src/session/selectors.ts';
import type { SessionState } from '../../src/session/state.ts';
import { CANARIES } from './play.ts';
import type { Play } from './play.ts';
import type { Violation, ViolationKind } from './violation.ts';

/** While nothing happens: one refresh each three seconds, and some air. Source: issue 5. */
const QUIET_PER_MINUTE = 24;
/** At the very most: the shortest pause between refreshes is half a second. */
const BUSY_PER_MINUTE = 150;

/** Compares what the server knows with what the client shows, once the network is well and all has come to rest. */
export function checkHistory(play: Play): readonly Violation[] {
  const { gms, session, watch } = play;
  const found: Violation[] = [...watch.violations];
  const report = (kind: ViolationKind, detail: string): void => void found.push({ kind, detail });

  watch.noteTruth(gms.chats());
  const state = session().getState();
  checkTranscript(play, state, report);
  checkOutbox(play, state, report);
  checkRequests(play, report);
  checkSecrets(play, state, report);
  const timers = play.page().timers();
  if (state.phase === 'ended' && timers > 0) report('leftover', `${timers} timers outlive the chat`);
  return found;
}

type Report = (kind: ViolationKind, detail: string) => void;

function checkTranscript({ gms, visitor, watch }: Play, state: SessionState, report: Report): void {
  const messages = state.conversation.entries.filter((entry) => entry.kind === 'message');
  const shown = countTexts(messages.flatMap((entry) => [entry, ...entry.copies.map(() => entry)]));
  for (const [text, count] of shown) {
    const { said = 0, again = 0 } = visitor.meant.get(text) ?? {};
    const known = watch.everSaid.get(text) ?? 0;
    if (known === 0) report('phantom', `${text} is shown, and the server never had it`);
    // of what a server forgot, and was told again, both rows stand
    else if (count > Math.max(known, said + again))
      report('duplicate', `${text} is shown ${count} times, the server has ${known}`);
  }
  const chat = chatOf(state, gms.chats(), messages);
  if (!chat) return;
  const truth = chat.events.filter(({ type }) => type === 'Message');
  const once = messages.filter(({ text }) => {
    const { said = 1, again = 0 } = visitor.meant.get(text) ?? {};
    return said + again === 1;
  });
  checkOrder(
    once,
    truth.map(({ text = '' }) => text),
    report,
  );
  if (!hasReadAll(state)) return;
  for (const [text, count] of countTexts(truth.map(({ text = '' }) => ({ text })))) {
    if ((shown.get(text) ?? 0) < count) report('lost', `${text} is not shown (${state.phase})`);
  }
}

/** By words, not by numbers: the client might have numbered them itself. What was said twice says nothing. */
function checkOrder(messages: readonly MessageEntry[], truth: readonly string[], report: Report): void {
  const places = messages
    .map(({ text }) => truth.indexOf(text))
    .filter((place) => place >= 0 && truth.lastIndexOf(truth[place] ?? '') === place);
  const wrong = places.findIndex((place, at) => place < (places[at - 1] ?? 0));
  if (wrong >= 0) report('inversion', `${truth[places[wrong] ?? 0]} stands behind what came after it`);
}

function checkOutbox({ gms, visitor, watch }: Play, state: SessionState, report: Report): void {
  const chat = chatOf(state, gms.chats(), []);
  const known = countTexts((chat?.events ?? []).map(({ text = '' }) => ({ text })));
  const failed = countTexts(state.outbox.filter((item) => isFailed(item)));
  for (const { text } of state.outbox.filter((item) => item.state === 'sent')) {
    if (!watch.everSaid.has(text)) report('phantom', `${text} is called sent, and the server never had it`);
  }
  for (const [text, count] of hasReadAll(state) ? failed : []) {
    const { said = 1 } = visitor.meant.get(text) ?? {};
    if (count > Math.max(0, said - (known.get(text) ?? 0)))
      report('false failure', `${text} is called not sent, and the server has it`);
  }
  for (const [text, { said, again }] of visitor.meant) {
    const count = watch.everSaid.get(text) ?? 0;
    if (count > said + again) report('resent', `${text} reached the server ${count} times`);
  }
  checkRest(state, report);
}

function checkRest(state: SessionState, report: Report): void {
  if (state.phase === 'starting') report('stuck', 'the start never ends');
  if (state.phase !== 'chat') return;
  const status = selectStatus(state);
  if (status !== 'connected' && status !== 'finding') report('stuck', `the status is still ${status}`);
  const head = state.outbox.find((item) => item.state !== 'sent');
  if (head && !isFailed(head)) report('stuck', `${head.text} is still ${head.state}`);
}

function checkRequests({ schedule, network, visitor, watch, gms, now }: Play, report: Report): void {
  const { sightings } = network;
  for (const { operation, besides, page, at } of sightings) {
    if (operation !== 'refresh') continue;
    if (besides > 0) report('overlap', `page ${page} refreshes twice at once`);
    const isOver = watch.over.some((time) => time.page === page && at > time.from && at <= time.to);
    if (isOver) report('afterlife', `page ${page} refreshes a chat that is over`);
  }
  for (const operation of ['start', 'create'] as const) {
    // a server of Bayeux that does not know its client looks at nothing
    const seen = schedule.push ? gms.requests() : sightings;
    const count = seen.filter((one) => one.operation === operation).length;
    if (count > visitor.starts())
      report('double create', `${count} times ${operation} for ${visitor.starts()} wishes`);
  }
  if (gms.chats().length > visitor.starts()) report('double create', `${gms.chats().length} chats`);
  const since = (ms: number) => sightings.filter(({ at }) => at > now() - ms).length;
  const isQuiet = network.lastTroubleAt() < now() - 90_000;
  if (isQuiet && since(60_000) > QUIET_PER_MINUTE)
    report('over budget', `${since(60_000)} requests in a quiet minute`);
  let first = 0;
  for (const [place, { at }] of sightings.entries()) {
    while ((sightings[first]?.at ?? at) <= at - 60_000) first += 1;
    if (place - first + 1 > BUSY_PER_MINUTE)
      return report('over budget', `${place - first + 1} requests in a minute`);
  }
}

function checkSecrets(
  { network, logged, memory, gms, visitor }: Play,
  state: SessionState,
  report: Report,
): void {
  const keys = gms.chats().flatMap(({ id }) => secretsOf(gms, id));
  const words = [...visitor.words];
  const urls = network.sightings.map(({ url }) => decodeURIComponent(url));
  for (const secret of [...CANARIES, ...keys, ...words, '⟦']) {
    if (logged.some((line) => line.includes(secret))) report('leaked secret', `${secret} is in the log`);
    if (urls.some((url) => url.includes(secret))) report('leaked secret', `${secret} is in an address`);
  }
  const stored = Array.from({ length: memory.length }, (_, place) => memory.key(place) ?? '');
  if (stored.some((key) => key !== 'gms-chat-console')) report('leaked secret', `stored: ${stored.join()}`);
  if (state.phase === 'ended' && stored.length > 0) report('leaked secret', 'the record outlives the chat');
  const record = memory.getItem('gms-chat-console') ?? '';
  if (record.includes('⟦agent')) report('leaked secret', 'the record holds words of others');
}

/** The key and the user id of a chat are in its snapshot only. */
function secretsOf(gms: ReturnType<() => Play['gms']>, id: string): readonly string[] {
  const snapshot = JSON.parse(gms.snapshot()) as {
    chats: Record<string, { secureKey: string; userId: string }>;
  };
  const chat = snapshot.chats[id];
  return chat ? [chat.secureKey, chat.userId] : [];
}

/** The chat that is shown: by its id while it runs, by its words once it is over. */
function chatOf(
  state: SessionState,
  chats: readonly ChatView[],
  messages: readonly MessageEntry[],
): ChatView | undefined {
  if (state.phase === 'chat') {
    const id = state.chat.api === 'v2' ? state.chat.chatId : state.chat.sessionId;
    return chats.find((chat) => chat.id === id);
  }
  const texts = new Set(messages.map(({ text }) => text));
  return chats.findLast((chat) => chat.events.some(({ text = '' }) => texts.has(text)));
}

/** A chat that was lost, left or never begun could not be read to its end. */
function hasReadAll(state: SessionState): boolean {
  if (state.phase === 'chat') return true;
  return (
    state.phase === 'ended' &&
    (state.reason === 'agent' || state.reason === 'server' || state.reason === 'idle')
  );
}

function isFailed({ state }: OutboxItem): boolean {
  return state === 'undelivered' || state === 'rejected';
}

function countTexts(items: readonly Readonly<{ text: string }>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of items) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
