import { useRef, useState } from 'react';
import { useClock } from '../banner/useClock.ts';
import { useDispatch, useSession, useT } from '../ConsoleContext.ts';
import { TAKES_FOCUS, useHandOverFocus } from '../parts/handOverFocus.ts';
import { AccessCode } from './AccessCode.tsx';

/** A number to call, and the code to enter there. */
export function DialScreen() {
  const t = useT();
  const dispatch = useDispatch();
  const reply = useSession((state) => (state.phase === 'dial' ? state.reply : null));
  const now = useClock();
  const [since] = useState(now);
  const panel = useRef<HTMLDivElement>(null);
  useHandOverFocus(panel);
  if (reply === null) return null;
  const { number, label, accessCode, expiresInSeconds } = reply;
  const left =
    expiresInSeconds === null ? null : Math.max(0, expiresInSeconds - Math.floor((now - since) / 1000));
  return (
    <div className="panel" ref={panel}>
      <h2 className="panel-heading" tabIndex={-1} dir="auto" {...TAKES_FOCUS}>
        {label || t('dial.heading')}
      </h2>
      <p className="dial-number" dir="ltr">
        {number}
      </p>
      {accessCode !== null && <AccessCode code={accessCode} />}
      <a className="button" data-kind="primary" href={`tel:${number.replaceAll(/[^\d+*#]/g, '')}`}>
        {t('dial.call', { number })}
      </a>
      <CopyButton text={[number, accessCode ?? ''].join(' ').trim()} />
      {left !== null && (
        <p className="panel-note">
          {left === 0 ? t('dial.expired') : t('dial.valid', { time: asMinutes(left) })}
        </p>
      )}
      <button
        type="button"
        className="button"
        data-kind="quiet"
        onClick={() => dispatch({ type: 'dialogClosed' })}
      >
        {t('dial.done')}
      </button>
    </div>
  );
}

function CopyButton({ text }: Readonly<{ text: string }>) {
  const t = useT();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        navigator.clipboard?.writeText(text).then(
          () => setIsCopied(true),
          () => setIsCopied(false),
        );
      }}
    >
      {t(isCopied ? 'dial.copied' : 'dial.copy')}
    </button>
  );
}

function asMinutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
