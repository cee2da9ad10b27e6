import { readInstant } from '../../lib/readInstant.ts';
import { useClock } from '../banner/useClock.ts';
import { ChatInstead } from '../calls/ChatInstead.tsx';
import { useCallT } from '../calls/CallWordsContext.ts';
import { useSession } from '../ConsoleContext.ts';
import { slotWords } from '../schedule/slotWords.ts';
import { BookedCall } from './BookedCall.tsx';
import { CallState } from './CallState.tsx';
import { CallUnderWay } from './CallUnderWay.tsx';
import { ConnectNow } from './ConnectNow.tsx';
import { Queue } from './Queue.tsx';
import { selectBookedFor } from './selectBookedFor.ts';
import { isConnecting } from './stateKey.ts';
import { useCallRecord } from './useCallRecord.ts';

/** Services put a booked call into the queue some time before it is due. From then on it is a call like any other. */
const NEAR_MS = 10 * 60_000;

/** An order as its record tells: booked, or under way. */
export function OrderedCall({ serviceId }: Readonly<{ serviceId: string }>) {
  const t = useCallT();
  const bookedFor = useSession(selectBookedFor);
  const now = useClock();
  const known = useCallRecord(serviceId, bookedFor);
  const state = known.record?.state ?? null;
  const at = bookedFor === null ? null : readInstant(bookedFor);
  const isDue = at !== null && state === 'QUEUED' && at - now < NEAR_MS;
  if (at !== null && !isDue && !isConnecting(state)) {
    return (
      <BookedCall serviceId={serviceId} at={at} canMove={state !== 'QUEUED'}>
        <CallState serviceId={serviceId} {...known} />
      </BookedCall>
    );
  }
  return (
    <CallUnderWay
      state={state}
      when={at === null ? null : slotWords(t, { at, offset: null })}
      queue={
        <>
          <Queue serviceId={serviceId} />
          <ConnectNow />
        </>
      }
    >
      <CallState serviceId={serviceId} {...known}>
        <ChatInstead />
      </CallState>
    </CallUnderWay>
  );
}
