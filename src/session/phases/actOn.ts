import { assertNever } from '../../lib/assertNever.ts';
import type { Next } from '../next.ts';
import type { StartReply } from '../startReply.ts';
import type { Awaited, SessionState, Started } from '../state.ts';
import { baseOf } from '../state.ts';
import { startWith } from './start.ts';
import { waitFor, wishedFor } from './waitFor.ts';

type Context = Readonly<{
  started: Started;
  at: number;
  /** what is waited for once the words of the service are read; as it was wished for, where nobody knows */
  awaits?: Awaited;
}>;

/** Acts on what came back, whatever was wished for. Source: protocol/gms-callback.md §3.4, §4.2. */
export function actOn(
  state: SessionState,
  reply: StartReply,
  { started, at, awaits = wishedFor(state.order) }: Context,
): Next {
  const base = baseOf(state);
  const serviceId = reply.serviceId ?? started.serviceId;
  switch (reply.type) {
    case 'startChat':
      return startWith(state, { serviceId, invitation: reply.invitation });
    case 'dial':
      return [{ ...base, phase: 'dial', reply: { ...reply, serviceId }, since: at, isRenewing: false }];
    case 'menu':
    case 'confirm':
    case 'other':
      return [{ ...base, phase: 'dialog', reply, serviceId, awaits, isBusy: false, failure: null }];
    case 'wait':
      // an id alone: the service looks for an agent, also where it was wished that it should not
      return waitFor(base, serviceId, 'agent');
    default:
      return assertNever(reply);
  }
}
