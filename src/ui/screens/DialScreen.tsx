import { lazy, Suspense } from 'react';
import { useClock } from '../banner/useClock.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import { Panel } from '../calls/Panel.tsx';
import { useDispatch, useSession } from '../ConsoleContext.ts';
import { PhoneNumber } from '../waiting/PhoneNumber.tsx';
import { AccessCode } from './AccessCode.tsx';
import { CopyButton } from './CopyButton.tsx';
import { Renewal } from './Renewal.tsx';
import { telAddress } from './telAddress.ts';

const QrCode = lazy(() => import('./QrCode.tsx').then((module) => ({ default: module.QrCode })));

/** A number to call, and the code to enter there. What has run out stays to be read: one may be calling just now. */
export function DialScreen() {
  const t = useCallT();
  const dispatch = useDispatch();
  const reply = useSession((state) => (state.phase === 'dial' ? state.reply : null));
  const secondsLeft = useSecondsLeft();
  if (reply === null) return null;
  const { number, label, accessCode } = reply;
  const hasRunOut = secondsLeft === 0;
  return (
    <Panel heading={label || t('dial.heading')}>
      <p className="dial-number">
        <PhoneNumber number={number} />
      </p>
      {accessCode !== null && <AccessCode code={accessCode} />}
      {secondsLeft !== null && secondsLeft > 0 && (
        <p className="panel-note">{t('dial.valid', { time: asMinutes(secondsLeft) })}</p>
      )}
      <Renewal hasRunOut={hasRunOut} />
      <div className="buttons">
        <a className="button" data-kind={hasRunOut ? undefined : 'primary'} href={telAddress(number)}>
          <span>
            {t
              .parts('dial.call', { number })
              .map((part) => (part.isValue ? <PhoneNumber key="number" number={part.text} /> : part.text))}
          </span>
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

/** Counted from when the number was given, through reloads too; null when nobody said how long it is valid. */
function useSecondsLeft(): number | null {
  const now = useClock();
  const since = useSession((state) => (state.phase === 'dial' ? state.since : 0));
  const seconds = useSession((state) => (state.phase === 'dial' ? state.reply.expiresInSeconds : null));
  return seconds === null ? null : Math.max(0, seconds - Math.floor(Math.max(0, now - since) / 1000));
}

function asMinutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
