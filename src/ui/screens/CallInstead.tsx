import { useDispatch, useSettings, useT } from '../ConsoleContext.ts';
import { callInsteadOf } from './insteadOf.ts';

type Props = Readonly<{
  /** nobody is there now */
  isLater?: boolean;
}>;

/** The way out for somebody who does not want to wait for a chat. Nothing where calls are not allowed. */
export function CallInstead({ isLater = false }: Props) {
  const t = useT();
  const dispatch = useDispatch();
  const scenario = callInsteadOf(useSettings(), isLater);
  if (scenario === null) return null;
  return (
    <button type="button" className="button" onClick={() => dispatch({ type: 'switchRequested', scenario })}>
      {t('waiting.callInstead')}
    </button>
  );
}
