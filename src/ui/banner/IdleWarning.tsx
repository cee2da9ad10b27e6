import { useRef } from 'react';
import { randomId } from '../../lib/randomId.ts';
import { useDispatch, useSession, useT } from '../ConsoleContext.ts';
import { steadyTime } from '../../lib/steadyTime.ts';
import { useHandOverFocus } from '../parts/handOverFocus.ts';
import { idleWords } from './idleWords.ts';
import { useClock } from '../banner/useClock.ts';

/** The time left is said in steps of this many seconds: a number that never stands still cannot be read. */
const STEP_S = 10;

/**
 * The chat is about to close for inactivity. The button sends a message, because nothing less counts as a
 * sign of life for the server.
 */
export function IdleWarning() {
  const t = useT();
  const dispatch = useDispatch();
  const idle = useSession((state) => state.conversation.idle);
  const now = useClock(steadyTime);
  const button = useRef<HTMLButtonElement>(null);
  useHandOverFocus(button);
  if (idle === null) return null;
  const left = idle.closesAt === null ? null : Math.floor((idle.closesAt - now) / 1000 / STEP_S) * STEP_S;
  const stillHere = () => dispatch({ type: 'sendRequested', key: randomId(), text: t('idle.stillHere') });
  return (
    <div className="banner" data-kind="warn">
      <p dir="auto">{idleWords(t, left)}</p>
      <button type="button" className="action" ref={button} onClick={stillHere}>
        {t('idle.stillHere')}
      </button>
    </div>
  );
}
