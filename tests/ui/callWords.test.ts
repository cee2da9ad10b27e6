import { describe, expect, test } from 'vitest';
import { callsEn } from '../../src/i18n/messages/callsEn.ts';
import { en } from '../../src/i18n/messages/en.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import type { Failure } from '../../src/session/failure.ts';
import { noCallKey } from '../../src/ui/calls/noCallKey.ts';
import { outcomeReason } from '../../src/ui/calls/outcomeReason.ts';
import { refusalOf } from '../../src/ui/form/refusal.ts';
import { ageWords, isCurrent, queueSaying, waitWords } from '../../src/ui/waiting/queueWords.ts';
import { isCancellable, stateKey } from '../../src/ui/waiting/stateKey.ts';
import { order } from '../session/samples.ts';

const t = createTranslator({ locale: 'en', messages: en }).withCalls(callsEn);

/** All of protocol/gms-callback.md §2.2, and some that nobody knows. */
test.each([
  ['NOT_AVAILABLE', 'reason.notAvailable'],
  ['FAIL_LOAD_MESSAGE_FILE', 'reason.technical'],
  ['FAIL_INTERACTION_DELETED', 'reason.technical'],
  ['FAIL_TARGET_NOT_FOUND', 'reason.notAvailable'],
  ['FAIL_ERROR', 'reason.technical'],
  ['FAIL_TIMEOUT_TTL', 'reason.expired'],
  ['FAIL_IXN_UNKNOWN_MEDIA_TYPE', 'reason.technical'],
  ['FAIL_NO_CUSTOMER_NUMBER', 'reason.noNumber'],
  ['FAIL_USER_NO_CONFIRM', 'reason.noConfirm'],
  ['FAIL_QUEUEING', 'reason.technical'],
  ['FAIL_AGENT_CONNECT', 'reason.noAgent'],
  ['FAIL_CALL_TO_CUSTOMER', 'reason.notReached'],
  ['FAIL_USER_UNREACHABLE', 'reason.notReached'],
  ['AGENT_PREVIEW_CANCEL_AFTER_3REJECTS', 'reason.declined'],
  ['AGENT_PREVIEW_CANCEL_AFTER_3_REJECTS', 'reason.declined'],
  ['FAIL_SOMETHING_NEW', 'reason.other'],
  ['constructor', 'reason.other'],
  ['', 'reason.other'],
  [null, 'reason.other'],
] as const)('why a call did not take place: %s', (reason, key) => {
  expect(outcomeReason(reason)).toBe(key);
});

test.each([
  ['SCHEDULED', 'call.state.SCHEDULED', true],
  ['QUEUED', 'call.state.QUEUED', true],
  ['ROUTING', 'call.state.ROUTING', true],
  ['PROCESSING', 'call.state.PROCESSING', false],
  ['COMPLETED', 'call.state.COMPLETED', false],
  ['PAUSED', 'call.state.other', true],
  ['toString', 'call.state.other', true],
])('how a call stands: %s', (state, key, canCancel) => {
  expect(stateKey(state)).toBe(key);
  expect(isCancellable(state)).toBe(canCancel);
});

test.each<[Failure, string]>([
  [{ kind: 'refused', exception: 'CallbackExceptionServiceUnavailable', status: 503 }, 'noCall.full'],
  [{ kind: 'server', status: 503 }, 'noCall.busy'],
  [{ kind: 'missing', status: 404, exception: 'CallbackExceptionNotFound' }, 'noCall.misconfigured'],
  [{ kind: 'refused', status: 400, exception: 'CallbackExceptionResource' }, 'noCall.misconfigured'],
  [{ kind: 'server', status: 500, exception: 'OrsServiceException' }, 'noCall.server'],
  [{ kind: 'server', status: 500 }, 'noCall.server'],
  [{ kind: 'unauthorised', status: 401 }, 'noCall.misconfigured'],
  [{ kind: 'refused', status: 400, exception: 'SomethingNew' }, 'noCall.refused'],
  [{ kind: 'timeout' }, 'noCall.timeout'],
])('why a call could not be ordered: %j', (failure, key) => {
  expect(noCallKey(failure)).toBe(key);
});

const known = { ...order, customer: { ...order.customer, contactNumber: '+4741234567' } };

test.each<[Failure, string | null, string]>([
  [{ kind: 'refused', code: 102 }, 'firstName', 'refused.firstName'],
  [{ kind: 'refused', code: 103 }, 'lastName', 'refused.lastName'],
  [{ kind: 'refused', code: 161 }, 'nickname', 'refused.nickname'],
  [{ kind: 'refused', code: 364 }, 'email', 'refused.email'],
  [{ kind: 'refused', exception: 'CallbackExceptionNumber' }, 'contactNumber', 'refused.number'],
  [{ kind: 'refused', exception: 'CallbackExceptionAvailability', availability: {} }, null, 'refused.slot'],
  [{ kind: 'refused', exception: 'CallbackExceptionAvailability' }, null, 'refused.closed'],
  [{ kind: 'refused', status: 400 }, null, 'refused.other'],
])('why the form came back: %j', (failure, field, words) => {
  expect(refusalOf(failure, known)).toEqual({ field, words });
});

test('a start that was refused without a number asks for one', () => {
  expect(refusalOf({ kind: 'refused', status: 400 }, order).words).toBe('refused.numberMissing');
});

describe('the queue in words', () => {
  test('waits are whole minutes, and no promise under one', () => {
    expect([0, 59, 60, 61, 95, 600].map((seconds) => waitWords(t, seconds))).toEqual([
      'under 1 min',
      'under 1 min',
      '1 min',
      '2 min',
      '2 min',
      '10 min',
    ]);
  });

  test('figures older than 30 s are not the present ones', () => {
    expect([0, 9_999, 12_000, 30_000, 30_001, 65_000].map((age) => ageWords(t, age))).toEqual([
      'Updated just now',
      'Updated just now',
      'Updated 10 seconds ago',
      'Updated 30 seconds ago',
      'Last known 30 seconds ago',
      'Last known 60 seconds ago',
    ]);
    expect([30_000, 30_001].map(isCurrent)).toEqual([true, false]);
  });

  test('only what is known is spoken', () => {
    const nothing = { position: null, waitSeconds: null, totalWaiting: 4, isAgentReady: false };
    expect(queueSaying(t, nothing)).toBe('');
    expect(queueSaying(t, { ...nothing, position: 3, waitSeconds: 95 })).toBe(
      'Your place in the queue: 3. Estimated wait: 2 min.',
    );
  });
});
