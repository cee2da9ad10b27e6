import { useQuery } from '@tanstack/react-query';
import { queuePositionQuery } from '../../queries/queuePositionQuery.ts';
import { useConsole, useSession } from '../ConsoleContext.ts';
import { QueueTiles } from './QueueTiles.tsx';
import { ReadyNotice } from './ReadyNotice.tsx';

/** Where the visitor stands, and that somebody is ready. Nothing before the first answer. */
export function Queue({ serviceId }: Readonly<{ serviceId: string }>) {
  const { loadCallbacks } = useConsole();
  const { data, dataUpdatedAt } = useQuery(queuePositionQuery(loadCallbacks, serviceId));
  // told by the server, or found by asking: whichever comes first
  const readyAt = useSession((state) => (state.phase === 'waiting' ? (state.ready?.at ?? null) : null));
  if (data === undefined && readyAt === null) return null;
  return (
    <div className="queue">
      {(readyAt !== null || data?.isAgentReady) && <ReadyNotice key={readyAt} />}
      {data && <QueueTiles queue={data} updatedAt={dataUpdatedAt} />}
    </div>
  );
}
