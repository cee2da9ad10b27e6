import type { ChatView } from '../../src/simulator/gms.ts';
import type { Entry } from '../../src/session/transcript.ts';
import { selectStatus } from '../../src/session/selectors.ts';
import type { SessionState } from '../../src/session/state.ts';
import type { SimulatedPage } from './simulatedPage.ts';
import type { ViolationKind, Violation } from './violation.ts';
import type { Visitor } from './visitor.ts';

/** Looks at every state the client is ever in, and remembers what only the moment shows. */
export type Watch = Readonly<{
  look(state: SessionState, page: SimulatedPage, visitor: Visitor, now: number): void;
  /** What is only seen when nothing happens: a status that is no longer true. */
  lookAtStatus(state: SessionState, page: SimulatedPage, lastGoodAt: number): void;
  noteTruth(chats: readonly ChatView[]): void;
  violations: readonly Violation[];
  /** from when to when a page was over, by its number */
  over: readonly Readonly<{ page: number; from: number; to: number }>[];
  /** texts that the server ever had, and how often at most in one chat */
  everSaid: ReadonlyMap<string, number>;
}>;

/** A good answer older than this is no ground to say "connected"; the rest is for the timer to fire. */
const STALE_MS = 15_000 + 500;

export function createWatch(): Watch {
  const violations: Violation[] = [];
  const over: { page: number; from: number; to: number }[] = [];
  const everSaid = new Map<string, number>();
  /** words that were seen in the transcript: after a reload they come back with it */
  const confirmed = new Set<string>();
  let seen: SessionState | null = null;

  function report(kind: ViolationKind, detail: string): void {
    const isKnown = violations.some((one) => one.kind === kind && one.detail === detail);
    if (!isKnown) violations.push({ kind, detail });
  }

  function lookAtOrder(entries: readonly Entry[]): void {
    let last = 0;
    for (const { index } of entries) {
      if (index === null) continue;
      if (index === last) report('duplicate', `position ${index} twice`);
      if (index < last) report('inversion', `position ${index} after ${last}`);
      last = index;
    }
    // words are numbered in the order in which they were said
    let latest = 0;
    for (const entry of entries) {
      const number =
        entry.kind === 'message' ? Number(/agent (\d+)/.exec(entry.text)?.[1] ?? latest) : latest;
      if (number < latest) report('inversion', `agent ${number} behind agent ${latest}`);
      latest = number;
    }
  }

  function lookForWords(state: SessionState, words: ReadonlySet<string>): void {
    const unsaid = [state.draft.text, ...state.outbox.map(({ text }) => text)].join('\n');
    for (const word of words) {
      if (confirmed.has(word) || unsaid.includes(word)) continue;
      const isShown = state.conversation.entries.some(
        (entry) => entry.kind === 'message' && entry.text.includes(word),
      );
      if (isShown) confirmed.add(word);
      else if (state.phase !== 'loading') report('lost draft', `${word} is nowhere while ${state.phase}`);
    }
  }

  return {
    look(state, page, visitor, now) {
      if (page.isDead()) return;
      if (state.conversation.entries !== seen?.conversation.entries) lookAtOrder(state.conversation.entries);
      const isSame =
        state.outbox === seen?.outbox && state.draft === seen.draft && state.phase === seen.phase;
      if (!isSame) lookForWords(state, visitor.words);
      seen = state;
      const last = over.at(-1);
      const isOver = last !== undefined && last.page === page.id && last.to === Infinity;
      if (state.phase === 'ended' && !isOver) over.push({ page: page.id, from: now, to: Infinity });
      if (state.phase !== 'ended' && isOver) last.to = now;
    },
    lookAtStatus(state, page, lastGoodAt) {
      if (!page.isRunning() || !page.isVisible() || state.phase !== 'chat') return;
      const status = selectStatus(state);
      const age = page.clock.now() - lastGoodAt;
      if ((status === 'connected' || status === 'finding') && age > STALE_MS)
        report('false status', `${status} although the last good answer is ${age} ms old`);
    },
    noteTruth(chats) {
      for (const { events } of chats) {
        const counts = new Map<string, number>();
        for (const { type, text = '' } of events) {
          if (type !== 'Message') continue;
          counts.set(text, (counts.get(text) ?? 0) + 1);
        }
        for (const [text, count] of counts) everSaid.set(text, Math.max(count, everSaid.get(text) ?? 0));
      }
    },
    violations,
    over,
    everSaid,
  };
}
