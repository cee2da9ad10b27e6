import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { callbackRecordQuery } from '../../queries/callbackRecordQuery.ts';
import type { CallbackRecord } from '../../queries/loadCallbacks.ts';
import { readInstant } from '../../lib/readInstant.ts';
import { useConsole } from '../ConsoleContext.ts';

export type KnownRecord = Readonly<{
  /** undefined before the first answer, null when the service knows no such order */
  record: CallbackRecord | null | undefined;
  isUnknown: boolean;
}>;

/**
 * How far an order has come. `bookedFor`: the time it was booked for; null for a call now. Its end, and that somebody
 * else has moved it, are brought to the session, which decides what follows.
 */
export function useCallRecord(serviceId: string, bookedFor: string | null): KnownRecord {
  const { loadCallbacks, session } = useConsole();
  const { data: record, isError } = useQuery(callbackRecordQuery(loadCallbacks, serviceId, bookedFor));
  const end = record?.state === 'COMPLETED' ? (record.reason ?? '') : null;
  useEffect(() => {
    if (end !== null) session.dispatch({ type: 'callbackEnded', reason: end });
  }, [session, end]);
  const desiredTime = record?.desiredTime ?? null;
  const tellTime = useEffectEvent((toldTime: string) => {
    if (bookedFor === null || readInstant(bookedFor) === readInstant(toldTime)) return;
    session.dispatch({ type: 'callbackMoved', desiredTime: toldTime });
  });
  // only what is news: a record that was read before the visitor moved the call must not move it back
  useEffect(() => {
    if (desiredTime !== null) tellTime(desiredTime);
  }, [desiredTime]);
  return { record, isUnknown: isError || record === null };
}
