import { Suspense } from 'react';
import { selectCounterpart, selectIsElsewhere } from '../../session/selectors.ts';
import { Banner } from '../banner/Banner.tsx';
import { useSession, useT } from '../ConsoleContext.ts';
import { Composer } from '../composer/Composer.tsx';
import { loadLateParts } from '../loadLateParts.ts';
import { lazyPart } from '../parts/lazyPart.ts';
import { useIsLate } from '../parts/useIsLate.ts';
import { Transcript } from '../transcript/Transcript.tsx';

const ElsewherePanel = lazyPart(async () => (await loadLateParts()).ElsewherePanel);
const AlonePanel = lazyPart(async () => (await loadLateParts()).AlonePanel);
const WaitingPanel = lazyPart(async () => (await loadLateParts()).WaitingPanel);
const EndedPanel = lazyPart(async () => (await loadLateParts()).EndedPanel);

/** From the first second to the end: the conversation, and below it the composer or what to do next. */
export function ChatScreen() {
  const t = useT();
  const isEnded = useSession((state) => state.phase === 'ended');
  const isWaiting = useSession((state) => state.phase === 'waiting');
  const isElsewhere = useSession(selectIsElsewhere);
  const isLate = useIsLate();
  const isAlone = useSession((state) => state.phase === 'chat' && selectCounterpart(state) === null);
  return (
    <>
      <Banner />
      <Transcript />
      <Suspense fallback={isEnded && <p className="footer panel-note">{t('ended.kept')}</p>}>
        {isLate && isAlone && !isElsewhere && <AlonePanel />}
        {isWaiting && <WaitingPanel />}
        {isElsewhere && <ElsewherePanel />}
        {isEnded && <EndedPanel />}
      </Suspense>
      {!isEnded && !isElsewhere && <Composer />}
    </>
  );
}
