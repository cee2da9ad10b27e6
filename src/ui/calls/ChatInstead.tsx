import { useDispatch, useSettings } from '../ConsoleContext.ts';
import { chatInsteadOf } from '../screens/insteadOf.ts';
import { useCallT } from './CallWordsContext.ts';

/** Nothing where chats are not allowed. */
export function ChatInstead() {
  const t = useCallT();
  const dispatch = useDispatch();
  const scenario = chatInsteadOf(useSettings());
  if (scenario === null) return null;
  return (
    <button type="button" className="button" onClick={() => dispatch({ type: 'switchRequested', scenario })}>
      {t('call.chatInstead')}
    </button>
  );
}
