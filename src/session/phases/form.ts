import type { SessionEvent } from '../event.ts';
import type { Next } from '../next.ts';
import type { Order } from '../ports.ts';
import type { StateIn } from '../state.ts';
import { NOTHING_STARTED } from '../state.ts';
import { begin } from './begin.ts';
import { endWith } from './ended.ts';
import { startWith } from './start.ts';

/** Something has to be known, or agreed to, before the order goes out. */
export function whileInForm(state: StateIn<'form'>, event: SessionEvent): Next {
  switch (event.type) {
    case 'formSubmitted':
      return state.order === null
        ? [state]
        : startWith({ ...state, order: withAnswers(state.order, event) }, NOTHING_STARTED);
    case 'switchRequested':
      return state.order === null
        ? [state]
        : begin({ ...state, order: { ...state.order, scenario: event.scenario } });
    case 'endRequested':
      return endWith(state, 'visitor', event.at);
    default:
      return [state];
  }
}

function withAnswers(order: Order, answers: Extract<SessionEvent, { type: 'formSubmitted' }>): Order {
  const customer = { ...order.customer, ...answers.customer };
  return answers.desiredTime === undefined
    ? { ...order, customer }
    : { ...order, customer, desiredTime: answers.desiredTime };
}
