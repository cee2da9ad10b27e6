import type { GmsReply } from '../gms.ts';
import { gmsError } from '../wire/reply.ts';

/** The exceptions of the callback service that clients may know. Source: protocol/gms-callback.md §1.6. */
type CallbackException =
  | 'Number'
  | 'ServiceUnavailable'
  | 'NotFound'
  | 'Availability'
  | 'Resource'
  | 'InvalidParameter';

export function callbackError(
  status: number,
  name: CallbackException,
  message: string,
  more: object = {},
): GmsReply {
  return gmsError(status, message, `services.callback.exceptions.CallbackException${name}`, more);
}
