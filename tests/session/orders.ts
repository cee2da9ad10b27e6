import type { SessionFact } from '../../src/session/event.ts';
import type { Failure } from '../../src/session/failure.ts';
import type { Customer, Order } from '../../src/session/ports.ts';
import type { Scenario } from '../../src/session/scenarios.ts';
import type { StartReply } from '../../src/session/startReply.ts';
import { order } from './samples.ts';

export const launched = (scenario: Scenario, changes: Partial<Order> = {}): SessionFact => ({
  type: 'launched',
  order: { ...order, scenario, ...changes },
});
export const submitted = (customer: Partial<Customer>): SessionFact => ({ type: 'formSubmitted', customer });
export const answered = (reply: StartReply): SessionFact => ({ type: 'startAnswered', reply });
export const failed = (failure: Failure): SessionFact => ({ type: 'startFailed', failure });

export const wait = { type: 'wait', serviceId: 'S1' } as const satisfies StartReply;
export const confirm = {
  type: 'confirm',
  serviceId: 'S1',
  text: 'We are calling you now',
  okTitle: null,
} as const satisfies StartReply;
export const menu = {
  type: 'menu',
  serviceId: 'S1',
  label: 'Ready',
  groups: [{ name: '', choices: [{ label: 'Go', path: '/1/service/S1/go' }] }],
} as const satisfies StartReply;
