import type { OutboxItem } from '../../src/session/outbox.ts';
import type { Session } from '../../src/session/createSession.ts';
import type { Doing } from './step.ts';

type Own = Exclude<Doing, 'reload' | `agent${string}`>;

/** The one in front of the screen: what they wrote and meant, which no fault may take from them. */
export type Visitor = Readonly<{
  act(doing: Own, session: Session): void;
  /** A word that nobody has used yet. */
  nextWord(whose: 'agent' | 'visitor' | 'name'): string;
  /** words that were written and neither discarded nor left behind: each must be somewhere */
  words: ReadonlySet<string>;
  /** how often a text was meant to reach the agent: sent once, and once more for each "Try again" */
  meant: ReadonlyMap<string, Readonly<{ said: number; again: number }>>;
  /** how often a chat was asked for */
  starts(): number;
  /** A page that has nothing to go on with: what was there before is gone, and that was known. */
  beginsAnew(): void;
}>;

const YES = 'yes';

export function createVisitor(): Visitor {
  const words = new Set<string>();
  const meant = new Map<string, { said: number; again: number }>();
  let starts = 0;
  let count = 0;
  let keys = 0;

  function nextWord(whose: 'agent' | 'visitor' | 'name'): string {
    count += 1;
    return `⟦${whose} ${count}⟧`;
  }

  function intent(text: string): { said: number; again: number } {
    const known = meant.get(text) ?? { said: 0, again: 0 };
    meant.set(text, known);
    return known;
  }

  function type(session: Session): void {
    const { phase, draft } = session.getState();
    if (phase === 'ended') return;
    const word = nextWord('visitor');
    words.add(word);
    session.dispatch({ type: 'draftChanged', text: draft.text + word });
  }

  function send(session: Session, text: string): void {
    if (session.getState().phase === 'ended' || text.trim() === '') return;
    intent(text).said += 1;
    keys += 1;
    session.dispatch({ type: 'sendRequested', key: `own-${keys}`, text });
  }

  function startAgain(session: Session): void {
    const { phase, draft, outbox } = session.getState();
    if (phase !== 'ended' && phase !== 'failed' && phase !== 'form') return;
    starts += 1;
    if (phase === 'form') return session.dispatch({ type: 'formSubmitted', customer: {} });
    if (phase === 'failed') return session.dispatch({ type: 'retryRequested' });
    // the conversation is left behind; what was never delivered is taken along
    const kept = [draft.text, ...outbox.flatMap((item) => (isFailed(item) ? [item.text] : []))].join('\n');
    for (const word of words) if (!kept.includes(word)) words.delete(word);
    return session.dispatch({ type: 'restartRequested' });
  }

  function act(doing: Own, session: Session): void {
    const { draft, outbox, phase } = session.getState();
    const failed = phase === 'ended' ? undefined : outbox.find(isFailed);
    switch (doing) {
      case 'type':
        return type(session);
      case 'send':
        return send(session, draft.text);
      case 'say':
        type(session);
        return send(session, session.getState().draft.text);
      case 'sayYes':
        return draft.text === '' ? send(session, YES) : undefined;
      case 'resend':
        if (!failed) return;
        intent(failed.text).again += 1;
        return session.dispatch({ type: 'resendRequested', key: failed.key });
      case 'edit':
        return failed && session.dispatch({ type: 'editRequested', key: failed.key });
      case 'discard':
        if (!failed) return;
        for (const word of words) if (failed.text.includes(word)) words.delete(word);
        return session.dispatch({ type: 'discardRequested', key: failed.key });
      case 'tryNow':
        return phase === 'chat' ? session.dispatch({ type: 'retryRequested' }) : undefined;
      case 'leave':
        return phase === 'chat' ? session.dispatch({ type: 'endRequested' }) : undefined;
      case 'startAgain':
        return startAgain(session);
    }
  }

  return {
    act,
    nextWord,
    words,
    meant,
    starts: () => starts,
    beginsAnew() {
      starts += 1;
      words.clear();
    },
  };
}

function isFailed({ state }: OutboxItem): boolean {
  return state === 'undelivered' || state === 'rejected';
}
