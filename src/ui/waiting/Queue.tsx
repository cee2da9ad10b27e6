import { useQuery } from '@tanstack/react-query';
import { queuePositionQuery } from '../../queries/queuePositionQuery.ts';
import { useConsole, useSession } from '../ConsoleContext.ts';
import { LazyWaitingTime } from './LazyWaitingTime.tsx';
import { QueueTiles } from './QueueTiles.tsx';
import { ReadyNotice } from './ReadyNotice.tsx';

/** Where the visitor stands, and that somebody is ready. The wait in general, where that of the order is not known. */
export function Queue({ serviceId }: Readonly<{ serviceId: string }>) {
  const { loadCallbacks } = useConsole();
  const { data, dataUpdatedAt, isError } = useQuery(queuePositionQuery(loadCallbacks, serviceId));
  // told by the server, or found by asking: whichever comes first
  const readyAt = useSession((state) => (state.phase === 'waiting' ? (state.ready?.at ?? null) : null));
  const isReady = readyAt !== null || data?.isAgentReady === true;
  const isWaitUnknown = data === undefined ? isError : data.waitSeconds === null;
  return (
    <div className="queue">
      {isReady && <ReadyNotice key={readyAt} />}
      {isWaitUnknown && !isReady && <LazyWaitingTime />}
      {data && <QueueTiles queue={data} updatedAt={dataUpdatedAt} />}
    </div>
  );
}
