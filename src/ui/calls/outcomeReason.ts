import type { CallKey } from '../../i18n/catalogue.ts';

type ReasonKey = Extract<CallKey, `reason.${string}`>;

/** Why a call did not take place, by the reason of its record. Source: protocol/gms-callback.md §2.2. */
const REASONS: Readonly<Record<string, ReasonKey>> = {
  NOT_AVAILABLE: 'reason.notAvailable',
  FAIL_LOAD_MESSAGE_FILE: 'reason.technical',
  FAIL_INTERACTION_DELETED: 'reason.technical',
  FAIL_TARGET_NOT_FOUND: 'reason.notAvailable',
  FAIL_ERROR: 'reason.technical',
  FAIL_TIMEOUT_TTL: 'reason.expired',
  FAIL_IXN_UNKNOWN_MEDIA_TYPE: 'reason.technical',
  FAIL_NO_CUSTOMER_NUMBER: 'reason.noNumber',
  FAIL_USER_NO_CONFIRM: 'reason.noConfirm',
  FAIL_QUEUEING: 'reason.technical',
  FAIL_AGENT_CONNECT: 'reason.noAgent',
  FAIL_CALL_TO_CUSTOMER: 'reason.notReached',
  FAIL_USER_UNREACHABLE: 'reason.notReached',
};

/** Agents looked at it and left it, so many times. */
const DECLINED = /^AGENT_PREVIEW_CANCEL_AFTER_\d*_?REJECTS?$/;

export function outcomeReason(reason: string | null): ReasonKey {
  if (reason === null) return 'reason.other';
  const known = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
  if (known !== undefined) return known;
  return DECLINED.test(reason) ? 'reason.declined' : 'reason.other';
}
