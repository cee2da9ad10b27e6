import { useQuery } from '@tanstack/react-query';
import { queuePositionQuery } from '../../queries/queuePositionQuery.ts';
import { useConsole } from '../ConsoleContext.ts';
import { QueueTiles } from './QueueTiles.tsx';
import { ReadyNotice } from './ReadyNotice.tsx';

/** Where the visitor stands, and that somebody is ready. Nothing before the first answer. */
export function Queue({ serviceId }: Readonly<{ serviceId: string }>) {
  const { loadCallbacks } = useConsole();
  const { data, dataUpdatedAt } = useQuery(queuePositionQuery(loadCallbacks, serviceId));
  if (data === undefined) return null;
  return (
    <div className="queue">
      {data.isAgentReady && <ReadyNotice />}
      <QueueTiles queue={data} updatedAt={dataUpdatedAt} />
    </div>
  );
}
