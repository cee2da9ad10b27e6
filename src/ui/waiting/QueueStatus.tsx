import { CallFrame } from '../calls/CallFrame.tsx';
import { QueryFrame } from '../calls/QueryFrame.tsx';
import { Queue } from './Queue.tsx';

/** The queue as an addition to a panel that does without it. */
export function QueueStatus({ serviceId }: Readonly<{ serviceId: string }>) {
  return (
    <CallFrame>
      <QueryFrame>
        <Queue serviceId={serviceId} />
      </QueryFrame>
    </CallFrame>
  );
}
