import { useRef } from 'react';
import { useDispatch, useSession, useSettings, useT } from '../ConsoleContext.ts';
import { TAKES_FOCUS, useHandOverFocus } from '../parts/handOverFocus.ts';
import { CallInstead } from '../screens/CallInstead.tsx';
import { PrivacyLink } from '../parts/PrivacyLink.tsx';
import { startFailureKey } from './startFailureKey.ts';

/** The chat could not start: what happened, what was kept, what to do, and what to quote. */
export function FailedScreen() {
  const t = useT();
  const dispatch = useDispatch();
  const { reference, problems, privacyUrl } = useSettings();
  const failure = useSession((state) => (state.phase === 'failed' ? state.failure : null));
  const outbox = useSession((state) => state.outbox);
  const draft = useSession((state) => state.draft.text);
  const panel = useRef<HTMLDivElement>(null);
  useHandOverFocus(panel);
  if (failure === null) return null;
  const reason = startFailureKey(failure);
  const kept = [...outbox, { key: 'draft', text: draft }].filter(({ text }) => text.trim() !== '');
  return (
    <div className="panel" ref={panel}>
      <h2 className="panel-heading" tabIndex={-1} {...TAKES_FOCUS}>
        {t('failed.heading')}
      </h2>
      <p className="panel-text">
        {t(reason)} {kept.length > 0 && t('failed.kept')}
      </p>
      {failure.kind !== 'misconfigured' && (
        <div className="buttons">
          <button
            type="button"
            className="button"
            data-kind="primary"
            onClick={() => dispatch({ type: 'retryRequested' })}
          >
            {t('tryAgain')}
          </button>
          <CallInstead isLater={reason === 'failed.closed'} />
        </div>
      )}
      {reference !== '' && <p className="panel-note">{t('reference', { reference })}</p>}
      {kept.length > 0 && (
        <ul className="kept-list" aria-label={t('failed.keptMessages')}>
          {kept.map(({ key, text }) => (
            <li className="kept" key={key} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      )}
      {privacyUrl !== null && <PrivacyLink url={privacyUrl} />}
      {problems.length > 0 && (
        <section className="problems">
          <h3>{t('failed.problems')}</h3>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
