import { useDispatch, useSession, useSettings } from '../ConsoleContext.ts';
import { PrivacyLink } from '../parts/PrivacyLink.tsx';
import { useCallT } from './CallWordsContext.ts';
import { CallLater } from './CallLater.tsx';
import { ChatInstead } from './ChatInstead.tsx';
import { noCallKey } from './noCallKey.ts';
import { Panel } from './Panel.tsx';

/** What another time is the answer to. */
const NOT_NOW: ReadonlySet<string> = new Set(['noCall.closed', 'noCall.full', 'noCall.busy']);

/** What other details may be the answer to: a number may only be used so often. */
const NOT_SO: ReadonlySet<string> = new Set(['noCall.refused', 'noCall.busy']);

/** The call could not be ordered: what happened, what was kept, what to do, and what to quote. */
export function NoCallScreen() {
  const t = useCallT();
  const dispatch = useDispatch();
  const { reference, privacyUrl } = useSettings();
  const failure = useSession((state) => (state.phase === 'failed' ? state.failure : null));
  const scenario = useSession((state) => state.order?.scenario);
  if (failure === null) return null;
  const reason = noCallKey(failure);
  return (
    <Panel heading={t('noCall.heading')}>
      <p className="panel-text" role="alert">
        {t(reason)} {t('noCall.kept')}
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
        {NOT_SO.has(reason) && scenario !== undefined && (
          <button
            type="button"
            className="button"
            onClick={() => dispatch({ type: 'switchRequested', scenario })}
          >
            {t('noCall.change')}
          </button>
        )}
        {NOT_NOW.has(reason) && scenario !== 'VOICE-SCHEDULED-USERTERM' && <CallLater />}
        <ChatInstead />
      </div>
      {reference !== '' && <p className="panel-note">{t('reference', { reference })}</p>}
      {privacyUrl !== null && <PrivacyLink url={privacyUrl} />}
    </Panel>
  );
}
