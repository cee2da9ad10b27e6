import type { MessageKey } from '../../i18n/catalogue.ts';
import { assertNever } from '../../lib/assertNever.ts';
import type { Failure } from '../../session/failure.ts';

/** Texts that need no values. */
type FailureKey = Extract<MessageKey, `failed.${string}`>;

/** `errors[].code` of Chat API v2 that say something to a visitor. Source: protocol/gms-chat.md §8. */
const CODES: Readonly<Record<number, FailureKey>> = {
  102: 'failed.firstName',
  103: 'failed.lastName',
  161: 'failed.nickname',
  240: 'failed.notAvailable',
  306: 'failed.misconfigured',
  364: 'failed.email',
};

/** Last segment of an exception of the callback service. Source: protocol/gms-callback.md §1.6. */
const EXCEPTIONS: Readonly<Record<string, FailureKey>> = {
  CallbackExceptionAvailability: 'failed.closed',
  CallbackExceptionServiceUnavailable: 'failed.busy',
  CallbackExceptionNotFound: 'failed.misconfigured',
  CallbackExceptionResource: 'failed.misconfigured',
  OrsServiceException: 'failed.server',
};

/** What a start that failed means, in plain words. */
export function startFailureKey(failure: Failure): FailureKey {
  const known =
    (failure.code === undefined ? undefined : CODES[failure.code]) ??
    (failure.exception === undefined ? undefined : EXCEPTIONS[failure.exception]) ??
    (failure.availability && 'failed.closed');
  if (known) return known;
  // nobody is there, or a limit is reached: services say so in prose only, if at all
  if (failure.status === 503) return 'failed.busy';
  switch (failure.kind) {
    case 'misconfigured':
    case 'missing':
    case 'unauthorised':
      return 'failed.misconfigured';
    case 'offline':
    case 'network':
    case 'timeout':
    case 'busy':
    case 'refused':
    case 'interrupted':
    case 'notMoved':
      return `failed.${failure.kind}`;
    case 'server':
    case 'unreadable':
    case 'temporary':
      return 'failed.server';
    case 'over':
      return 'failed.notAvailable';
    default:
      return assertNever(failure.kind);
  }
}
