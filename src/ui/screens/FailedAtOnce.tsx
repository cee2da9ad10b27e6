import { useDispatch, useT } from '../ConsoleContext.ts';

/** What matters of a failure, for those whose line is so bad that the rest of the screen cannot be fetched either. */
export function FailedAtOnce() {
  const t = useT();
  const dispatch = useDispatch();
  return (
    <div className="panel">
      <h2 className="panel-heading">{t('failed.heading')}</h2>
      <button
        type="button"
        className="button"
        data-kind="primary"
        onClick={() => dispatch({ type: 'retryRequested' })}
      >
        {t('tryAgain')}
      </button>
    </div>
  );
}
