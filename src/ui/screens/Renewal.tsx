import { useCallT } from '../calls/CallWordsContext.ts';
import { useDispatch, useSession } from '../ConsoleContext.ts';

/** The way to another number once the time of this one is over: only the end of it is spoken. */
export function Renewal({ hasRunOut }: Readonly<{ hasRunOut: boolean }>) {
  const t = useCallT();
  const dispatch = useDispatch();
  const isRenewing = useSession((state) => state.phase === 'dial' && state.isRenewing);
  return (
    <>
      <p className="form-refusal" aria-live="polite">
        {hasRunOut && t('dial.expired')}
      </p>
      {hasRunOut && (
        <div className="buttons">
          <button
            type="button"
            className="button"
            data-kind="primary"
            aria-disabled={isRenewing}
            onClick={() => dispatch({ type: 'restartRequested' })}
          >
            {t('dial.renew')}
          </button>
        </div>
      )}
      <p className="panel-note" aria-live="polite">
        {isRenewing && t('dialog.busy')}
      </p>
    </>
  );
}
