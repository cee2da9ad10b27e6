import { useEffect, useEffectEvent, useRef } from 'react';
import { INITIAL_STATE } from '../../session/state.ts';
import { useConsole, useT } from '../ConsoleContext.ts';
import { useSessionChanges } from '../parts/useSessionChanges.ts';
import type { Saying } from './createSpeaker.ts';
import { urgentSayings } from './urgentSayings.ts';
import { useIdleReminder } from './useIdleReminder.ts';
import { useStartFailure } from './useStartFailure.ts';

/** What must not be missed. It comes late, with the first thing there is to say at the latest, and says that too. */
export function UrgentSayings({ say }: Readonly<{ say: (sayings: readonly Saying[]) => void }>) {
  const t = useT();
  const { session } = useConsole();
  useIdleReminder(say);
  useStartFailure(say);
  useSessionChanges((before, after) => say(urgentSayings(t, before, after)));

  const hasBegun = useRef(false);
  const begin = useEffectEvent(() => {
    if (!hasBegun.current) say(urgentSayings(t, INITIAL_STATE, session.getState()));
    hasBegun.current = true;
  });
  useEffect(() => begin(), []);
  return null;
}
