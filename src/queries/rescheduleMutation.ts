import { mutationOptions } from '@tanstack/react-query';
import { AVAILABILITY_KEY } from './availabilityQuery.ts';
import { callbackRecordQuery } from './callbackRecordQuery.ts';
import type { LoadCallbacks } from './loadCallbacks.ts';
import { untilItIsDone, writing } from './writing.ts';

/**
 * Moves an order to the slot whose key it is given. A refusal may say what is free instead: `offeredSlots`.
 * Source: protocol/gms-callback.md §2.3.
 */
export function rescheduleMutation(load: LoadCallbacks, serviceId: string) {
  return mutationOptions({
    ...writing(serviceId),
    mutationFn: async (desiredTime: string) =>
      (await load()).reschedule(serviceId, desiredTime, untilItIsDone()),
    // also after a failure: it may have arrived, and a slot that was refused is gone
    onSettled: (_done, _error, _desiredTime, _result, { client }) => {
      void client.invalidateQueries({ queryKey: callbackRecordQuery(load, serviceId).queryKey });
      void client.invalidateQueries({ queryKey: AVAILABILITY_KEY });
    },
  });
}
