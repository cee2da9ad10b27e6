import { Suspense, useRef } from 'react';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { selectStatus } from '../../session/selectors.ts';
import { useDispatch, useSession, useSettings, useT } from '../ConsoleContext.ts';
import { loadLateParts } from '../loadLateParts.ts';
import { lazyPart } from '../parts/lazyPart.ts';
import { useHandOverFocus } from '../parts/handOverFocus.ts';

const IdleWarning = lazyPart(async () => (await loadLateParts()).IdleWarning);

type Words = Extract<MessageKey, `banner.${string}`>;

/** What stands in the way just now, in one sentence, with what can be done about it. */
export function Banner() {
  const t = useT();
  const { isStored } = useSettings();
  const status = useSession(selectStatus);
  const isSlow = useSession((state) => state.phase === 'starting' && state.isSlow);
  const isRunning = useSession((state) => state.phase === 'waiting' || state.phase === 'chat');
  const isIdle = useSession((state) => state.phase === 'chat' && state.conversation.idle !== null);

  const words = ((): Words | null => {
    if (status === 'offline') return 'banner.offline';
    if (status === 'reconnecting') return 'banner.reconnecting';
    if (isSlow) return 'banner.slow';
    return isRunning && !isStored ? 'banner.notStored' : null;
  })();
  const isTrouble = status === 'offline' || status === 'reconnecting';
  return (
    <>
      {words !== null && (
        <div className="banner" data-kind={isTrouble ? 'warn' : 'note'}>
          <p>{t(words)}</p>
          {status === 'reconnecting' && <TryNow />}
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

function TryNow() {
  const t = useT();
  const dispatch = useDispatch();
  const button = useRef<HTMLButtonElement>(null);
  useHandOverFocus(button);
  return (
    <button
      type="button"
      className="action"
      ref={button}
      onClick={() => dispatch({ type: 'retryRequested' })}
    >
      {t('banner.tryNow')}
    </button>
  );
}
