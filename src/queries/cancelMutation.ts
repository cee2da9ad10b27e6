import { mutationOptions } from '@tanstack/react-query';
import { callbackRecordQuery } from './callbackRecordQuery.ts';
import type { LoadCallbacks } from './loadCallbacks.ts';
import { untilItIsDone, writing } from './writing.ts';

/** Gives an order back. Source: protocol/gms-callback.md §2.4. */
export function cancelMutation(load: LoadCallbacks, serviceId: string) {
  return mutationOptions({
    ...writing(serviceId),
    mutationFn: async () => (await load()).cancel(serviceId, untilItIsDone()),
    // also after a failure: it may have arrived
    onSettled: (_done, _error, _nothing, _result, { client }) => {
      void client.invalidateQueries({ queryKey: callbackRecordQuery(load, serviceId).queryKey });
    },
  });
}
