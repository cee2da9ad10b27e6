import { useQuery } from '@tanstack/react-query';
import { waitingTimeQuery } from '../../queries/waitingTimeQuery.ts';
import { useClock } from '../banner/useClock.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import { QueryFrame } from '../calls/QueryFrame.tsx';
import { useConsole } from '../ConsoleContext.ts';

/** Older than this, it is no longer how it stands: two questions have gone unanswered. */
const CURRENT_MS = 65_000;

/** How long one waits in the queue of the site, as far as that is known. */
export function WaitingTime() {
  return (
    <QueryFrame>
      <Words />
    </QueryFrame>
  );
}

function Words() {
  const t = useCallT();
  const { loadCallbacks } = useConsole();
  const { data: seconds = null, dataUpdatedAt } = useQuery(waitingTimeQuery(loadCallbacks));
  const isCurrent = useClock() - dataUpdatedAt <= CURRENT_MS;
  if (seconds === null || !isCurrent) return null;
  return (
    <p className="panel-note">
      {seconds < 60 ? t('wait.soon') : t('wait.minutes', { count: Math.ceil(seconds / 60) })}
    </p>
  );
}
