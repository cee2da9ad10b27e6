import type { ContactField, Order } from '../../session/ports.ts';
import { SCENARIOS } from '../../session/scenarios.ts';

type FieldFacts = Readonly<{ autoComplete: string; type: 'text' | 'email' | 'tel' }>;

/** In the order in which they are asked. */
export const CONTACT_FIELDS = {
  firstName: { autoComplete: 'given-name', type: 'text' },
  lastName: { autoComplete: 'family-name', type: 'text' },
  nickname: { autoComplete: 'nickname', type: 'text' },
  email: { autoComplete: 'email', type: 'email' },
  contactNumber: { autoComplete: 'tel', type: 'tel' },
  subject: { autoComplete: 'off', type: 'text' },
} as const satisfies Record<ContactField, FieldFacts>;

const ALL: readonly ContactField[] = [
  'firstName',
  'lastName',
  'nickname',
  'email',
  'contactNumber',
  'subject',
];

/** What is shown: what is asked for, and for a call its number, so that it is seen before it is called. */
export function fieldsFor(asked: readonly ContactField[], { scenario }: Order): readonly ContactField[] {
  const isCall = SCENARIOS[scenario].media === 'VOICE';
  return ALL.filter((field) => asked.includes(field) || (isCall && field === 'contactNumber'));
}
