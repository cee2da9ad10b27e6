import { useSettings, useT } from '../ConsoleContext.ts';
import { useSessionChanges } from '../parts/useSessionChanges.ts';
import { draftSayings } from './draftSayings.ts';
import { politeSayings } from './politeSayings.ts';
import { urgentSayings } from './urgentSayings.ts';
import { useIdleReminder } from './useIdleReminder.ts';
import { useSpeaker } from './useSpeaker.ts';
import { useStartFailure } from './useStartFailure.ts';

/**
 * The one mechanism that speaks by itself, apart from the state line: what others write, once, and the few
 * things that must not be missed. The transcript is silent. Source: reliability.md §6.2.
 */
export function Announcer() {
  const t = useT();
  const { maxMessageLength } = useSettings();
  const [politeText, sayPolitely] = useSpeaker();
  const [urgentText, sayUrgently] = useSpeaker();
  useIdleReminder(sayUrgently);
  useStartFailure(sayUrgently);
  useSessionChanges((before, after) => {
    sayPolitely(politeSayings(t, before, after));
    sayPolitely(draftSayings(t, maxMessageLength, before.draft.text, after.draft.text));
    sayUrgently(urgentSayings(t, before, after));
  });
  return (
    <>
      <div className="hidden" aria-live="polite" data-announcer="polite">
        {politeText}
      </div>
      <div className="hidden" aria-live="assertive" data-announcer="assertive">
        {urgentText}
      </div>
    </>
  );
}
