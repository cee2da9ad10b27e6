import type { Failure } from '../failure.ts';
import { isAboutTime } from '../failure.ts';
import type { ContactField, Order } from '../ports.ts';
import { missingFields } from './begin.ts';

/**
 * Which fields a refused start asks for; null when it is not about fields. GMS wants a number by default, for chats
 * too, and says so in no way that is documented: a start that is refused without one is taken for that.
 * Source: protocol/gms-callback.md §1.6, §2.1, gms-chat.md §8.2.
 */
export function fieldsRefused(failure: Failure, order: Order): readonly ContactField[] | null {
  const named = failure.code === undefined ? undefined : FIELD_OF_CODE.get(failure.code);
  if (named !== undefined) return [named];
  if (isAboutNumber(failure)) return ['contactNumber'];
  if (isAboutTime(failure))
    return order.scenario === 'VOICE-SCHEDULED-USERTERM' ? missingFields(order) : null;
  const isWithoutNumber = order.customer.contactNumber === undefined && failure.status === 400;
  return isWithoutNumber && failure.exception !== 'CallbackExceptionNotFound' ? ['contactNumber'] : null;
}

/** It cannot be called, or cannot be read. */
function isAboutNumber({ exception }: Failure): boolean {
  return exception === 'CallbackExceptionNumber' || exception === 'GSGException';
}

const FIELD_OF_CODE: ReadonlyMap<number, ContactField> = new Map([
  [102, 'firstName'],
  [103, 'lastName'],
  [161, 'nickname'],
  [364, 'email'],
]);
