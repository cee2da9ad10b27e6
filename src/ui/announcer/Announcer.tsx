import { Suspense, useState } from 'react';
import { useSession, useT } from '../ConsoleContext.ts';
import { loadLateParts } from '../loadLateParts.ts';
import { lazyPart } from '../parts/lazyPart.ts';
import { useIsLate } from '../parts/useIsLate.ts';
import { useSessionChanges } from '../parts/useSessionChanges.ts';
import { politeSayings } from './politeSayings.ts';
import { selectIsUrgent } from './selectIsUrgent.ts';
import { useSpeaker } from './useSpeaker.ts';

const LateSayings = lazyPart(async () => (await loadLateParts()).LateSayings);

/**
 * The one mechanism that speaks by itself, apart from the state line: what others write, once, and the few
 * things that must not be missed. The transcript is silent. Source: reliability.md §6.2.
 */
export function Announcer() {
  const t = useT();
  const [politeText, sayPolitely] = useSpeaker();
  const [urgentText, sayUrgently] = useSpeaker();
  const isUrgent = useSession(selectIsUrgent);
  const isLate = useIsLate();
  const [isComing, setIsComing] = useState(false);
  if (!isComing && (isUrgent || isLate)) setIsComing(true);
  useSessionChanges((before, after) => {
    sayPolitely(politeSayings(t, before, after));
  });
  return (
    <>
      <div className="hidden" aria-live="polite" data-announcer="polite">
        {politeText}
      </div>
      <div className="hidden" aria-live="assertive" data-announcer="assertive">
        {urgentText}
      </div>
      {isComing && (
        <Suspense>
          <LateSayings say={sayPolitely} sayUrgently={sayUrgently} />
        </Suspense>
      )}
    </>
  );
}
