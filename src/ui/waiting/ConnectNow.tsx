import { useCallT } from '../calls/CallWordsContext.ts';
import { useDispatch, useSession } from '../ConsoleContext.ts';

/** For whoever does not want to wait until the service says that somebody is ready. */
export function ConnectNow() {
  const t = useCallT();
  const dispatch = useDispatch();
  const isBusy = useSession((state) => state.phase === 'waiting' && state.isBusy);
  const hasFailed = useSession((state) => state.phase === 'waiting' && state.failure !== null);
  return (
    <>
      {hasFailed && (
        <p className="form-refusal" role="alert">
          {t('waiting.failed')}
        </p>
      )}
      <button
        type="button"
        className="button connect"
        aria-disabled={isBusy}
        onClick={() => dispatch({ type: 'connectRequested' })}
      >
        {t('waiting.connect')}
      </button>
    </>
  );
}
