import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { callbackRecordQuery } from '../../queries/callbackRecordQuery.ts';
import type { CallbackRecord } from '../../queries/loadCallbacks.ts';
import { useConsole } from '../ConsoleContext.ts';

type Known = Readonly<{
  /** undefined before the first answer, null when the service knows no such order */
  record: CallbackRecord | null | undefined;
  isUnknown: boolean;
}>;

/** How far an order has come. Its end is brought to the session, which decides what follows. */
export function useCallRecord(serviceId: string, desiredTime: string | null): Known {
  const { loadCallbacks, session } = useConsole();
  const { data: record, isError } = useQuery(callbackRecordQuery(loadCallbacks, serviceId, desiredTime));
  const end = record?.state === 'COMPLETED' ? (record.reason ?? '') : null;
  useEffect(() => {
    if (end !== null) session.dispatch({ type: 'callbackEnded', reason: end });
  }, [session, end]);
  return { record, isUnknown: isError || record === null };
}
