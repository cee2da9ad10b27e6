import { Suspense, useRef } from 'react';
import type { EndReason } from '../../session/state.ts';
import { useDispatch, useSession, useSettings, useT } from '../ConsoleContext.ts';
import { selectTalkingTo } from '../header/selectTalkingTo.ts';
import { TAKES_FOCUS, useHandOverFocus } from '../parts/handOverFocus.ts';
import { lazyPart } from '../parts/lazyPart.ts';
import { PrivacyLink } from '../parts/PrivacyLink.tsx';
import { Sentence } from '../parts/Sentence.tsx';
import { useSaveTranscript } from '../saving/useSaveTranscript.ts';
import { endedParts } from './endedParts.ts';
import { EndedText } from './EndedText.tsx';

const EraseData = lazyPart(async () => (await import('./EraseData.tsx')).EraseData);

/** After the end: why, what is kept, and what can be done next. */
export function EndedPanel() {
  const t = useT();
  const dispatch = useDispatch();
  const { features, privacyUrl, reference } = useSettings();
  const name = useSession(selectTalkingTo) || t('sender.agent');
  const reason = useSession((state) => (state.phase === 'ended' ? state.reason : 'server'));
  const save = useSaveTranscript();
  const panel = useRef<HTMLElement>(null);
  useHandOverFocus(panel);
  const isHere = reason !== 'moved';
  const canSave = features.transcript && isHere && reason !== 'erased';
  return (
    <section className="footer" ref={panel} aria-labelledby="ended-heading">
      <h2 className="panel-heading" id="ended-heading" tabIndex={-1} {...TAKES_FOCUS}>
        <Sentence parts={endedParts(t, reason, name)} />
      </h2>
      <EndedText />
      <div className="buttons">
        {canSave && (
          <button type="button" className="button" onClick={() => save('text')}>
            {t('menu.save')}
          </button>
        )}
        {canSave && (
          <button type="button" className="button" onClick={() => window.print()}>
            {t('menu.print')}
          </button>
        )}
        {features.newChat && isHere && (
          <button
            type="button"
            className="button"
            data-kind="primary"
            onClick={() => dispatch({ type: 'restartRequested' })}
          >
            {t('ended.newChat')}
          </button>
        )}
      </div>
      {isUnwanted(reason) && reference !== '' && (
        <p className="panel-note">{t('reference', { reference })}</p>
      )}
      <div className="footer-links">
        {privacyUrl !== null && <PrivacyLink url={privacyUrl} />}
        <Suspense>{isHere && reason !== 'erased' && <EraseData />}</Suspense>
      </div>
    </section>
  );
}

/** Nobody meant to end it: somebody may be asked why. */
function isUnwanted(reason: EndReason): boolean {
  return reason === 'lost' || reason === 'server';
}
