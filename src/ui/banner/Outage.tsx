import { useRef } from 'react';
import { useDispatch, useSession, useT } from '../ConsoleContext.ts';
import { steadyTime } from '../../lib/steadyTime.ts';
import { useHandOverFocus } from '../parts/handOverFocus.ts';
import { useClock } from '../banner/useClock.ts';

/** After this long without an answer nobody can promise that the chat is still there. */
const DOUBTFUL_MS = 45_000;

/** The line is down: what that means, when it is tried again, and the way not to wait for that. */
export function Outage() {
  const t = useT();
  const dispatch = useDispatch();
  const retryAt = useSession((state) => (state.phase === 'chat' ? state.link.retryAt : null));
  const goodAt = useSession((state) => (state.phase === 'chat' ? state.link.goodAt : 0));
  const now = useClock(steadyTime);
  const button = useRef<HTMLButtonElement>(null);
  useHandOverFocus(button);
  const left = retryAt === null ? 0 : Math.ceil((retryAt - now) / 1000);
  return (
    <div className="banner" data-kind="warn">
      <p>
        {t(now - goodAt < DOUBTFUL_MS ? 'banner.reconnecting' : 'banner.mayBeOver')}
        {left > 0 && ` ${t('banner.retryIn', { count: left })}`}
      </p>
      <button
        type="button"
        className="action"
        ref={button}
        onClick={() => dispatch({ type: 'retryRequested' })}
      >
        {t('banner.tryNow')}
      </button>
    </div>
  );
}
