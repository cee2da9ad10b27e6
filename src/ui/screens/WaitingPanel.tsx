import { lazy, Suspense, useRef } from 'react';
import type { ComponentType } from 'react';
import { useDispatch, useSession, useT } from '../ConsoleContext.ts';
import { CallInstead } from '../screens/CallInstead.tsx';
import { useHandOverFocus } from '../parts/handOverFocus.ts';

/** A nicety: where it cannot be loaded one waits without it. */
const QueueStatus = lazy<ComponentType<Readonly<{ serviceId: string }>>>(() =>
  import('../waiting/QueueStatus.tsx').then(
    (module) => ({ default: module.QueueStatus }),
    () => ({ default: Nothing }),
  ),
);

function Nothing() {
  return null;
}

/** The service took the order and connects when an agent is free, or when the visitor asks. */
export function WaitingPanel() {
  const t = useT();
  const dispatch = useDispatch();
  const serviceId = useSession((state) => (state.phase === 'waiting' ? state.serviceId : null));
  const isBusy = useSession((state) => state.phase === 'waiting' && state.isBusy);
  const hasFailed = useSession((state) => state.phase === 'waiting' && state.failure !== null);
  const told = useSession((state) => (state.phase === 'waiting' ? state.told : ''));
  const panel = useRef<HTMLElement>(null);
  useHandOverFocus(panel);
  return (
    <section className="footer" data-kind="waiting" ref={panel}>
      <p className="panel-text" dir="auto">
        {hasFailed ? t('waiting.failed') : told || t('waiting.text')}
      </p>
      {serviceId !== null && (
        <Suspense>
          <QueueStatus serviceId={serviceId} />
        </Suspense>
      )}
      <div className="buttons">
        {serviceId !== null && (
          <button
            type="button"
            className="button connect"
            aria-disabled={isBusy}
            onClick={() => dispatch({ type: 'connectRequested' })}
          >
            {t('waiting.connect')}
          </button>
        )}
        <CallInstead />
      </div>
    </section>
  );
}
