import { selectIsElsewhere } from '../../session/selectors.ts';
import { useSession, useSettings, useT } from '../ConsoleContext.ts';
import { Icon } from '../parts/Icon.tsx';
import { PrivacyLink } from '../parts/PrivacyLink.tsx';

/** While somebody is being found and nothing has been said: one can write already. */
export function EmptyState() {
  const t = useT();
  const { privacyUrl } = useSettings();
  const isNobodySought = useSession((state) => state.phase === 'ended' || selectIsElsewhere(state));
  if (isNobodySought) return null;
  return (
    <div className="empty">
      <span className="empty-sign">
        <Icon name="chat" />
      </span>
      <h2 className="panel-heading" data-word="empty.heading" suppressHydrationWarning>
        {t('empty.heading')}
      </h2>
      <p className="panel-text" data-word="empty.text" suppressHydrationWarning>
        {t('empty.text')}
      </p>
      {privacyUrl !== null && <PrivacyLink url={privacyUrl} />}
    </div>
  );
}
