import { useRef } from 'react';
import { useDispatch, useSession, useT } from '../ConsoleContext.ts';
import { useHandOverFocus } from '../parts/handOverFocus.ts';

/** The service took the order and connects when an agent is free, or when the visitor asks. */
export function WaitingPanel() {
  const t = useT();
  const dispatch = useDispatch();
  const serviceId = useSession((state) => (state.phase === 'waiting' ? state.serviceId : null));
  const isBusy = useSession((state) => state.phase === 'waiting' && state.isBusy);
  const hasFailed = useSession((state) => state.phase === 'waiting' && state.failure !== null);

  const panel = useRef<HTMLElement>(null);
  useHandOverFocus(panel);

  function connect(): void {
    if (serviceId !== null) dispatch({ type: 'followRequested', path: `/1/service/${serviceId}/connect` });
  }

  return (
    <section className="footer" ref={panel}>
      <p className="panel-text">{t(hasFailed ? 'waiting.failed' : 'waiting.text')}</p>
      {serviceId !== null && (
        <button type="button" className="button" aria-disabled={isBusy} onClick={connect}>
          {t('waiting.connect')}
        </button>
      )}
    </section>
  );
}
