import type { Session } from '../session/createSession.ts';

/** Keeps `data-phase` of the shell true until React does it. Answers what stops it. */
export function mirrorPhase(page: Document, session: Session): () => void {
  const root = page.querySelector('[data-phase]');
  return session.subscribe(() => root?.setAttribute('data-phase', session.getState().phase));
}
