import { Suspense, useRef, useState } from 'react';
import { useDispatch } from '../ConsoleContext.ts';
import { useExtraT } from '../extras/useExtraT.ts';
import { useHandOverFocus } from '../parts/handOverFocus.ts';
import { loadLateParts } from '../loadLateParts.ts';
import { lazyPart } from '../parts/lazyPart.ts';

const AskTwice = lazyPart(async () => (await loadLateParts()).AskTwice);

/** The visitor's way to leave nothing behind in this page. It cannot be taken back, and is asked for twice. */
export function EraseData() {
  const t = useExtraT();
  const dispatch = useDispatch();
  const [isAsking, setIsAsking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useHandOverFocus(place);
  return (
    <div ref={place}>
      <button type="button" className="action" onClick={() => setIsAsking(true)}>
        {t('erase.erase')}
      </button>
      {isAsking && (
        // its styles are fetched with it: only the question waits for them, and the focus stays where it is
        <Suspense>
          <AskTwice
            question={t('erase.question')}
            text={t('erase.text')}
            keep={t('erase.keep')}
            goOn={t('erase.erase')}
            onKeep={() => setIsAsking(false)}
            onGoOn={() => dispatch({ type: 'eraseRequested' })}
          />
        </Suspense>
      )}
    </div>
  );
}
