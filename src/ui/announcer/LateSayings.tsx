import { useEffect, useEffectEvent, useRef } from 'react';
import { INITIAL_STATE } from '../../session/state.ts';
import { useConsole, useSettings, useT } from '../ConsoleContext.ts';
import { useSessionChanges } from '../parts/useSessionChanges.ts';
import type { Saying } from './createSpeaker.ts';
import { draftSayings } from './draftSayings.ts';
import { urgentSayings } from './urgentSayings.ts';
import { useIdleReminder } from './useIdleReminder.ts';
import { useStartFailure } from './useStartFailure.ts';

type Say = (sayings: readonly Saying[]) => void;

/**
 * What must not be missed, and that a text gets too long. It comes late, with the first urgent thing at the latest,
 * and says that too.
 */
export function LateSayings({ say, sayUrgently }: Readonly<{ say: Say; sayUrgently: Say }>) {
  const t = useT();
  const { session } = useConsole();
  const { maxMessageLength } = useSettings();
  useIdleReminder(sayUrgently);
  useStartFailure(sayUrgently);
  useSessionChanges((before, after) => {
    sayUrgently(urgentSayings(t, before, after));
    say(draftSayings(t, maxMessageLength, before.draft.text, after.draft.text));
  });

  const hasBegun = useRef(false);
  const begin = useEffectEvent(() => {
    if (!hasBegun.current) sayUrgently(urgentSayings(t, INITIAL_STATE, session.getState()));
    hasBegun.current = true;
  });
  useEffect(() => begin(), []);
  return null;
}
