import type { ContactField, Order } from '../../session/ports.ts';
import type { Failure } from '../../session/failure.ts';
import type { CallKey } from '../../i18n/catalogue.ts';

/** Why the server sent us back to the form: about one field, or about the whole. */
export type Refusal = Readonly<{ field: ContactField | null; words: Extract<CallKey, `refused.${string}`> }>;

/** `errors[].code` of Chat API v2. Source: protocol/gms-chat.md §8. */
const FIELD_OF_CODE: Readonly<Record<number, Refusal>> = {
  102: { field: 'firstName', words: 'refused.firstName' },
  103: { field: 'lastName', words: 'refused.lastName' },
  161: { field: 'nickname', words: 'refused.nickname' },
  364: { field: 'email', words: 'refused.email' },
};

/** Source: protocol/gms-callback.md §1.6. */
export function refusalOf(failure: Failure, { customer }: Order): Refusal {
  const named = failure.code === undefined ? undefined : FIELD_OF_CODE[failure.code];
  if (named !== undefined) return named;
  if (failure.exception === 'CallbackExceptionNumber' || failure.exception === 'GSGException') {
    return { field: 'contactNumber', words: 'refused.number' };
  }
  if (failure.availability !== undefined) return { field: null, words: 'refused.slot' };
  if (failure.exception === 'CallbackExceptionAvailability') return { field: null, words: 'refused.closed' };
  return customer.contactNumber === undefined
    ? { field: null, words: 'refused.numberMissing' }
    : { field: null, words: 'refused.other' };
}
