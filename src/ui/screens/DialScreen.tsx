import { lazy, Suspense, useState } from 'react';
import { useClock } from '../banner/useClock.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import { Panel } from '../calls/Panel.tsx';
import { useDispatch, useSession } from '../ConsoleContext.ts';
import { AccessCode } from './AccessCode.tsx';
import { CopyButton } from './CopyButton.tsx';
import { telAddress } from './telAddress.ts';

const QrCode = lazy(() => import('./QrCode.tsx').then((module) => ({ default: module.QrCode })));

/** A number to call, and the code to enter there. */
export function DialScreen() {
  const t = useCallT();
  const dispatch = useDispatch();
  const reply = useSession((state) => (state.phase === 'dial' ? state.reply : null));
  if (reply === null) return null;
  const { number, label, accessCode, expiresInSeconds } = reply;
  return (
    <Panel heading={label || t('dial.heading')}>
      <p className="dial-number" dir="ltr">
        {number}
      </p>
      {accessCode !== null && <AccessCode code={accessCode} />}
      {expiresInSeconds !== null && <Validity seconds={expiresInSeconds} />}
      <div className="buttons">
        <a className="button" data-kind="primary" href={telAddress(number)}>
          {t('dial.call', { number })}
        </a>
        <CopyButton
          label={t(accessCode === null ? 'dial.copyNumber' : 'dial.copyBoth')}
          text={[number, accessCode ?? ''].join(' ').trim()}
        />
      </div>
      <Suspense>
        <QrCode text={telAddress(number)} />
      </Suspense>
      <button
        type="button"
        className="button"
        data-kind="quiet"
        onClick={() => dispatch({ type: 'dialogClosed' })}
      >
        {t('dial.done')}
      </button>
    </Panel>
  );
}

/** Counted from when it was shown. Only the end of it is spoken. */
function Validity({ seconds }: Readonly<{ seconds: number }>) {
  const t = useCallT();
  const now = useClock();
  const [since] = useState(now);
  const left = Math.max(0, seconds - Math.floor((now - since) / 1000));
  return (
    <>
      {left > 0 && <p className="panel-note">{t('dial.valid', { time: asMinutes(left) })}</p>}
      <p className="form-refusal" aria-live="polite">
        {left === 0 && t('dial.expired')}
      </p>
    </>
  );
}

function asMinutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
