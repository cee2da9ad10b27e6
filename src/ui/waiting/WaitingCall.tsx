import { SCENARIOS } from '../../session/scenarios.ts';
import { QueryFrame } from '../calls/QueryFrame.tsx';
import { StartingCall } from '../calls/StartingCall.tsx';
import { useSession } from '../ConsoleContext.ts';
import { BookedCall } from './BookedCall.tsx';
import { CallUnderWay } from './CallUnderWay.tsx';

/** A call was ordered, for now or for later. */
export function WaitingCall() {
  const order = useSession((state) => state.order);
  const serviceId = useSession((state) => (state.phase === 'waiting' ? state.serviceId : null));
  if (order === null) return <StartingCall />;
  const { scenario, desiredTime, customer } = order;
  const bookedFor = scenario === 'VOICE-SCHEDULED-USERTERM' ? desiredTime : undefined;
  const number = customer.contactNumber ?? '';
  const { flags } = SCENARIOS[scenario];
  return (
    <QueryFrame>
      {bookedFor !== undefined && serviceId !== null ? (
        <BookedCall serviceId={serviceId} desiredTime={bookedFor} number={number} />
      ) : (
        <CallUnderWay
          serviceId={serviceId}
          number={number}
          waitsForAgent={flags?.waitForAgent ?? false}
          isOutbound={flags?.direction === 'USERTERMINATED'}
        />
      )}
    </QueryFrame>
  );
}
