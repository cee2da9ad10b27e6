import { useRef } from 'react';
import type { EndReason } from '../../session/state.ts';
import { useDispatch, useSession, useSettings, useT } from '../ConsoleContext.ts';
import { selectTalkingTo } from '../header/selectTalkingTo.ts';
import { TAKES_FOCUS, useHandOverFocus } from '../parts/handOverFocus.ts';
import { PrivacyLink } from '../parts/PrivacyLink.tsx';
import { Sentence } from '../parts/Sentence.tsx';
import { useSaveTranscript } from '../saving/useSaveTranscript.ts';
import { endedParts } from './endedParts.ts';

/** After the end: why, what is kept, and what can be done next. */
export function EndedPanel() {
  const t = useT();
  const dispatch = useDispatch();
  const { features, privacyUrl, reference } = useSettings();
  const name = useSession(selectTalkingTo) || t('sender.agent');
  const reason = useSession((state) => (state.phase === 'ended' ? state.reason : 'server'));
  const at = useSession((state) => (state.phase === 'ended' ? state.at : 0));
  const draft = useSession((state) => state.draft.text);
  const save = useSaveTranscript();
  const panel = useRef<HTMLElement>(null);
  useHandOverFocus(panel);
  return (
    <section className="footer" ref={panel} aria-labelledby="ended-heading">
      <h2 className="panel-heading" id="ended-heading" tabIndex={-1} {...TAKES_FOCUS}>
        <Sentence parts={endedParts(t, reason, name)} />
      </h2>
      <p className="panel-text">
        <time dateTime={new Date(at).toISOString()}>{t.time(at)}</time> · {t('ended.kept')}
      </p>
      {draft !== '' && (
        <>
          <label className="panel-text" htmlFor="ended-draft">
            {t('ended.draft')}
          </label>
          <textarea className="kept" id="ended-draft" dir="auto" readOnly rows={1} value={draft} />
        </>
      )}
      <div className="buttons">
        {features.transcript && (
          <button type="button" className="button" onClick={() => save('text')}>
            {t('menu.save')}
          </button>
        )}
        {features.transcript && (
          <button type="button" className="button" onClick={() => window.print()}>
            {t('menu.print')}
          </button>
        )}
        {features.newChat && (
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
      {privacyUrl !== null && <PrivacyLink url={privacyUrl} />}
    </section>
  );
}

/** Nobody meant to end it: somebody may be asked why. */
function isUnwanted(reason: EndReason): boolean {
  return reason === 'lost' || reason === 'server';
}
