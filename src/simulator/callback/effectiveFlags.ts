import type { Field } from '../gms.ts';
import type { ServiceRecord } from './serviceRecord.ts';
import { fieldOf, filledField } from '../wire/fields.ts';

/** What a service answers whatever was wished for. */
type FixedAnswer = 'menu' | 'text' | 'accessNumber' | 'message' | 'oddAction';

export type Flags = Readonly<{
  media: string;
  direction: ServiceRecord['direction'];
  waits: boolean;
  givesCode: boolean;
  needsNumber: boolean;
  answer: FixedAnswer | null;
}>;

/** Services whose configuration decides: an option of theirs wins over the request (gms-callback.md §2.1). */
const HABITS: ReadonlyMap<string, Partial<Flags>> = new Map<string, Partial<Flags>>([
  ['always-wait', { waits: true }],
  ['always-dial', { media: 'voice', direction: 'USERORIGINATED', waits: false }],
  ['always-menu', { answer: 'menu' }],
  ['always-text', { answer: 'text' }],
  ['redirected', { answer: 'accessNumber' }],
  ['redirected-far', { answer: 'message' }],
  ['odd-action', { answer: 'oddAction' }],
  ['needs-number', { needsNumber: true }],
]);

/** The flags that count: those of the service, then those of the request, then the defaults. */
export function effectiveFlags(service: string, fields: readonly Field[]): Flags {
  return {
    media: filledField(fields, '_media_type') ?? 'chat',
    direction: fieldOf(fields, '_call_direction') === 'USERTERMINATED' ? 'USERTERMINATED' : 'USERORIGINATED',
    waits: fieldOf(fields, '_wait_for_agent') === 'true',
    givesCode: fieldOf(fields, '_provide_code') === 'true',
    needsNumber: false,
    answer: null,
    ...HABITS.get(service),
  };
}
