import type { SessionFact } from './event.ts';
import type { Shell } from './runSession.ts';
import { runSession } from './runSession.ts';
import type { SessionState } from './state.ts';
import { transition } from './transition.ts';

/** A running session, as the rest of the console sees it. */
export interface Session {
  getState(): SessionState;
  /** The listener is called after each change; the answer takes it off again. */
  subscribe(listener: () => void): () => void;
  dispatch(fact: SessionFact): void;
}

/** A session with all its phases in hand. */
export function createSession(shell: Omit<Shell, 'transition'>): Session {
  return runSession({ ...shell, transition });
}
