import { QueryFrame } from '../calls/QueryFrame.tsx';
import { useSession } from '../ConsoleContext.ts';
import { CallUnderWay } from './CallUnderWay.tsx';
import { OrderedCall } from './OrderedCall.tsx';

/** A call was ordered, for now or for later. */
export function WaitingCall() {
  const serviceId = useSession((state) => (state.phase === 'waiting' ? state.serviceId : null));
  return (
    <QueryFrame>
      {serviceId === null ? <CallUnderWay state={null} /> : <OrderedCall serviceId={serviceId} />}
    </QueryFrame>
  );
}
