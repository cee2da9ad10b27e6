import type { CallKey } from '../../i18n/catalogue.ts';
import type { ContactField, Customer } from '../../session/ports.ts';

export type Answers = Readonly<Record<ContactField, string>>;
export type MistakeKey = Extract<CallKey, `mistake.${string}` | `refused.${string}`>;
export type Mistakes = Readonly<Partial<Record<ContactField, MistakeKey>>>;

/** A name, one @, and a host with a dot: more cannot be known from here. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is wrong with the answers; the number is checked by who knows numbers. */
export function mistakesIn(fields: readonly ContactField[], answers: Answers): Mistakes {
  const mistakes: Partial<Record<ContactField, MistakeKey>> = {};
  for (const field of fields) {
    if (field === 'contactNumber') continue;
    const answer = answers[field].trim();
    if (answer === '' || (field === 'email' && !ADDRESS.test(answer))) mistakes[field] = `mistake.${field}`;
  }
  return mistakes;
}

/** The answers of these fields, as the order takes them. */
export function customerFrom(fields: readonly ContactField[], answers: Answers): Partial<Customer> {
  return Object.fromEntries(fields.map((field) => [field, answers[field].trim()]));
}

/** What is known already, for the fields to begin with. */
export function answersFrom(customer: Customer): Answers {
  const { firstName = '', lastName = '', nickname, email = '', contactNumber = '', subject = '' } = customer;
  return { firstName, lastName, nickname, email, contactNumber, subject };
}
