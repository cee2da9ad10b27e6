import { useDispatch, useSession, useSettings } from '../ConsoleContext.ts';
import { PrivacyLink } from '../parts/PrivacyLink.tsx';
import { useCallT } from './CallWordsContext.ts';
import { ChatInstead } from './ChatInstead.tsx';
import { noCallKey } from './noCallKey.ts';
import { Panel } from './Panel.tsx';

/** The call could not be ordered: what happened, what was kept, what to do, and what to quote. */
export function NoCallScreen() {
  const t = useCallT();
  const dispatch = useDispatch();
  const { reference, privacyUrl } = useSettings();
  const failure = useSession((state) => (state.phase === 'failed' ? state.failure : null));
  if (failure === null) return null;
  return (
    <Panel heading={t('noCall.heading')}>
      <p className="panel-text">
        {t(noCallKey(failure))} {t('noCall.kept')}
      </p>
      <div className="buttons">
        <button
          type="button"
          className="button"
          data-kind="primary"
          onClick={() => dispatch({ type: 'retryRequested' })}
        >
          {t('tryAgain')}
        </button>
        <ChatInstead />
      </div>
      {reference !== '' && <p className="panel-note">{t('reference', { reference })}</p>}
      {privacyUrl !== null && <PrivacyLink url={privacyUrl} />}
    </Panel>
  );
}
