import { useState } from 'react';
import { useClock } from '../banner/useClock.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import { useAttention } from './useAttention.ts';

/** How long a service waits for an answer before it asks somebody else. Source: protocol/gms-callback.md §3.5. */
const READY_S = 30;
/** Said in steps of this many seconds. */
const STEP_S = 5;

/** Somebody is ready: for the eye, the ear, and the window that is behind others. */
export function ReadyNotice() {
  const t = useCallT();
  const now = useClock();
  const [since] = useState(now);
  const left = READY_S - Math.floor((now - since) / 1000 / STEP_S) * STEP_S;
  useAttention(t('ready.heading'));
  return (
    <div className="ready" data-ready>
      <p className="ready-heading" role="alert">
        {t('ready.heading')}
      </p>
      <p>{left > 0 ? t('ready.text', { count: left }) : t('ready.over')}</p>
    </div>
  );
}
