import { assertNever } from '../../lib/assertNever.ts';
import type { Next } from '../next.ts';
import type { StartReply } from '../startReply.ts';
import type { SessionState, Started } from '../state.ts';
import { baseOf } from '../state.ts';
import { startWith } from './start.ts';
import { waitFor } from './waitFor.ts';

/** Acts on what came back, whatever was wished for. Source: protocol/gms-callback.md §3.4, §4.2. */
export function actOn(state: SessionState, reply: StartReply, started: Started): Next {
  const base = baseOf(state);
  const serviceId = reply.serviceId ?? started.serviceId;
  switch (reply.type) {
    case 'startChat':
      return startWith(state, { serviceId, invitation: reply.invitation });
    case 'dial':
      return [{ ...base, phase: 'dial', reply }];
    case 'menu':
    case 'confirm':
    case 'other':
      return [{ ...base, phase: 'dialog', reply, serviceId, isBusy: false, failure: null }];
    case 'wait':
      return waitFor(base, serviceId);
    default:
      return assertNever(reply);
  }
}
