import { useDispatch, useSettings } from '../ConsoleContext.ts';
import { callLaterOf } from '../screens/insteadOf.ts';
import { useCallT } from './CallWordsContext.ts';

/** When nobody can call now, somebody can later. Nothing where that is not allowed. */
export function CallLater() {
  const t = useCallT();
  const dispatch = useDispatch();
  const scenario = callLaterOf(useSettings());
  if (scenario === null) return null;
  return (
    <button type="button" className="button" onClick={() => dispatch({ type: 'switchRequested', scenario })}>
      {t('call.later')}
    </button>
  );
}
