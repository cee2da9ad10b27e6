import { useEffect, useEffectEvent } from 'react';
import type { SessionState } from '../../session/state.ts';
import { useConsole } from '../ConsoleContext.ts';

/** Runs for each change of the session, with the state before and after it, outside of rendering. */
export function useSessionChanges(onChange: (before: SessionState, after: SessionState) => void): void {
  const { session } = useConsole();
  const changed = useEffectEvent(onChange);
  useEffect(() => {
    let before = session.getState();
    return session.subscribe(() => {
      const after = session.getState();
      changed(before, after);
      before = after;
    });
  }, [session]);
}
