import type { CallKey } from '../../i18n/catalogue.ts';
import { assertNever } from '../../lib/assertNever.ts';
import type { Failure } from '../../session/failure.ts';

type NoCallKey = Extract<CallKey, `noCall.${string}`>;

/** By the last segment of an exception. Source: protocol/gms-callback.md §1.6. */
const EXCEPTIONS: Readonly<Record<string, NoCallKey>> = {
  CallbackExceptionServiceUnavailable: 'noCall.full',
  CallbackExceptionNotFound: 'noCall.misconfigured',
  CallbackExceptionAvailability: 'noCall.closed',
  CallbackExceptionResource: 'noCall.misconfigured',
  OrsServiceException: 'noCall.server',
};

/** Why a call could not be ordered, in plain words. */
export function noCallKey({ kind, exception = '', status, availability }: Failure): NoCallKey {
  const known = Object.hasOwn(EXCEPTIONS, exception) ? EXCEPTIONS[exception] : undefined;
  if (known !== undefined) return known;
  if (availability !== undefined) return 'noCall.closed';
  // the throttles say so in prose only
  if (status === 503) return 'noCall.busy';
  switch (kind) {
    case 'misconfigured':
    case 'missing':
    case 'unauthorised':
      return 'noCall.misconfigured';
    case 'offline':
    case 'network':
    case 'timeout':
    case 'busy':
    case 'refused':
    case 'interrupted':
      return `noCall.${kind}`;
    // nothing was ordered here
    case 'notMoved':
      return 'noCall.interrupted';
    case 'server':
    case 'unreadable':
    case 'temporary':
    case 'over':
      return 'noCall.server';
    default:
      return assertNever(kind);
  }
}
