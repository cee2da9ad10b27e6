import { Suspense } from 'react';
import { selectIsOneWay, selectStatus } from '../../session/selectors.ts';
import { useSession, useSettings, useT } from '../ConsoleContext.ts';
import { loadLateParts } from '../loadLateParts.ts';
import { lazyPart } from '../parts/lazyPart.ts';
import { useIsPartMissing } from '../parts/missingParts.ts';

const IdleWarning = lazyPart(async () => (await loadLateParts()).IdleWarning);
const Outage = lazyPart(async () => (await loadLateParts()).Outage);

type Words = `banner.${'offline' | 'oneWay' | 'slow' | 'unread' | 'missing' | 'notStored'}`;

/** What stands in the way just now, in one sentence, with what can be done about it. */
export function Banner() {
  const t = useT();
  const { isStored } = useSettings();
  const status = useSession(selectStatus);
  const isOneWay = useSession(selectIsOneWay);
  const hitch = useSession((state) => (state.phase === 'starting' ? state.hitch : null));
  const isRunning = useSession((state) => state.phase === 'waiting' || state.phase === 'chat');
  const isPartMissing = useIsPartMissing();
  const isIdle = useSession((state) => state.phase === 'chat' && state.conversation.idle !== null);

  const words = ((): Words | null => {
    if (status === 'offline') return 'banner.offline';
    if (isOneWay) return 'banner.oneWay';
    if (hitch !== null) return `banner.${hitch}`;
    // before the start or after the end, loading it again would not go on with this chat
    if (isPartMissing && isRunning) return 'banner.missing';
    return isRunning && !isStored ? 'banner.notStored' : null;
  })();
  const isBroken = status === 'reconnecting';
  const isTrouble = status === 'offline' || isBroken;
  return (
    <>
      {isBroken && (
        <Suspense fallback={<p className="banner">{t('banner.reconnecting')}</p>}>
          <Outage />
        </Suspense>
      )}
      {!isBroken && words !== null && (
        <div className="banner" data-kind={isTrouble || isOneWay ? 'warn' : 'note'}>
          <p>{t(words)}</p>
          {(words === 'banner.unread' || words === 'banner.missing') && (
            <button type="button" className="action" onClick={() => location.reload()}>
              {t('broken.reload')}
            </button>
          )}
        </div>
      )}
      {isIdle && !isTrouble && (
        <Suspense>
          <IdleWarning />
        </Suspense>
      )}
    </>
  );
}
