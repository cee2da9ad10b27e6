import { CallFrame } from '../calls/CallFrame.tsx';
import { QueryFrame } from '../calls/QueryFrame.tsx';
import { Queue } from './Queue.tsx';
import { useCallRecord } from './useCallRecord.ts';

/** The queue as an addition to a panel that does without it; and the end of the order, should it come first. */
export function QueueStatus({ serviceId }: Readonly<{ serviceId: string }>) {
  return (
    <CallFrame>
      <QueryFrame>
        <Queue serviceId={serviceId} />
        <End serviceId={serviceId} />
      </QueryFrame>
    </CallFrame>
  );
}

function End({ serviceId }: Readonly<{ serviceId: string }>) {
  useCallRecord(serviceId, null);
  return null;
}
