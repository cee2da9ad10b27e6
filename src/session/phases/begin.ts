import type { Failure } from '../failure.ts';
import type { Next } from '../next.ts';
import type { ContactField, Order } from '../ports.ts';
import { SCENARIOS } from '../scenarios.ts';
import type { SessionState } from '../state.ts';
import { baseOf, NOTHING_STARTED } from '../state.ts';
import { startWith } from './start.ts';

/**
 * The first step of an order: asks for what is missing, else starts.
 * A call is never ordered by an address alone: somebody has to press a button. Source: reliability.md T10.
 */
export function begin(state: SessionState): Next {
  const { order } = state;
  if (order === null) return [state];
  const asked = missingFields(order);
  const isCall = SCENARIOS[order.scenario].media === 'VOICE';
  return asked.length > 0 || isCall ? askFor(state, asked, null) : startWith(state, NOTHING_STARTED);
}

/** Shows the form, with why the server sent us there, if it did. What was written stays where it is. */
export function askFor(state: SessionState, asked: readonly ContactField[], failure: Failure | null): Next {
  return [{ ...baseOf(state), phase: 'form', asked, failure }];
}

/** What has to be known for the order and is not. */
export function missingFields({ scenario, askFor: fields, customer }: Order): readonly ContactField[] {
  return fields[SCENARIOS[scenario].media].filter((field) => !customer[field]);
}
