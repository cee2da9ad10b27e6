import { SCENARIOS } from '../../session/scenarios.ts';
import { useDispatch, useSession, useSettings } from '../ConsoleContext.ts';
import { chatInsteadOf } from '../screens/insteadOf.ts';
import { PrivacyLink } from '../parts/PrivacyLink.tsx';
import { useCallT } from './CallWordsContext.ts';
import { KeptWords } from './KeptWords.tsx';
import { outcomeWords } from './outcomeWords.ts';
import { Panel } from './Panel.tsx';

/** What became of the call, and what can be done next. */
export function OutcomeScreen() {
  const t = useCallT();
  const dispatch = useDispatch();
  const settings = useSettings();
  const reason = useSession((state) => (state.phase === 'ended' ? state.reason : 'server'));
  const detail = useSession((state) => (state.phase === 'ended' ? state.detail : null));
  // a call may also have come of a chat: that is what would be started again
  const isCall = useSession(({ order }) => order !== null && SCENARIOS[order.scenario].media === 'VOICE');
  const { heading, text } = outcomeWords(t, reason, detail);
  const chat = chatInsteadOf(settings);
  return (
    <Panel heading={heading}>
      <p className="panel-text">{text}</p>
      <KeptWords label={t('outcome.unsent')} />
      {settings.features.newChat && reason !== 'moved' && (
        <div className="buttons">
          {isCall && (
            <button
              type="button"
              className="button"
              data-kind={reason === 'callFailed' ? 'primary' : undefined}
              onClick={() => dispatch({ type: 'restartRequested' })}
            >
              {t('outcome.again')}
            </button>
          )}
          {chat !== null && (
            <button
              type="button"
              className="button"
              onClick={() => dispatch({ type: 'switchRequested', scenario: chat })}
            >
              {t('ended.newChat')}
            </button>
          )}
        </div>
      )}
      {settings.reference !== '' && (
        <p className="panel-note">{t('reference', { reference: settings.reference })}</p>
      )}
      {settings.privacyUrl !== null && <PrivacyLink url={settings.privacyUrl} />}
    </Panel>
  );
}
