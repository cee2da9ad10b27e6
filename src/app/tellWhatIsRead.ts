import type { Session } from '../session/createSession.ts';

/**
 * Tells the agent how far the visitor has read, once for each thing that came and was in sight. Only for sites that
 * ask for it. Source: protocol/gms-chat.md §3.2 "Read receipt".
 */
export function tellWhatIsRead(page: Window, session: Session): void {
  let told = 0;

  function tell(): void {
    const state = session.getState();
    const { position } = state.conversation;
    const isInSight = page.document.visibilityState === 'visible' && page.document.hasFocus();
    if (state.phase !== 'chat' || !isInSight || position === told) return;
    told = position;
    session.dispatch({ type: 'tellRequested', news: { type: 'read', position } });
  }

  session.subscribe(tell);
  page.addEventListener('focus', tell);
  tell();
}
