import { useCallT } from '../calls/CallWordsContext.ts';

/** A code to type into a telephone: one sign at a time, for the eye and for the ear. */
export function AccessCode({ code }: Readonly<{ code: string }>) {
  const t = useCallT();
  return (
    <>
      <p className="panel-text">{t('dial.enterCode')}</p>
      <p className="code" role="group" aria-label={t('dial.code')} dir="ltr">
        {Array.from(code, (sign, place) => (
          <span key={place} className="code-sign">
            {sign}{' '}
          </span>
        ))}
      </p>
    </>
  );
}
