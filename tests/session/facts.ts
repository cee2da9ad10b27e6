import type { SessionFact } from '../../src/session/event.ts';
import { batch, chat, invitation, maria, order, said } from './samples.ts';

/** One fact of each kind. */
export const facts = {
  launched: { type: 'launched', order },
  resumed: { type: 'resumed', record: { order, chat, failure: null, outbox: [], draft: 'half a' } },
  launchRefused: { type: 'launchRefused', failure: { kind: 'misconfigured' } },
  startAnswered: { type: 'startAnswered', reply: { type: 'startChat', serviceId: 'S1', invitation } },
  startFailed: { type: 'startFailed', failure: { kind: 'server', status: 503 } },
  chatOpened: { type: 'chatOpened', batch: batch() },
  received: { type: 'received', batch: batch([said(1, maria, 'Hello')]) },
  linkLost: { type: 'linkLost', failure: { kind: 'network' }, jitter: 0 },
  timerFired: { type: 'timerFired', timer: 'retry' },
  wentOnline: { type: 'wentOnline' },
  wentOffline: { type: 'wentOffline' },
  wokeUp: { type: 'wokeUp' },
  sendAccepted: { type: 'sendAccepted', key: 'k1', chat },
  sendFailed: { type: 'sendFailed', key: 'k1', failure: { kind: 'timeout' } },
  sendRequested: { type: 'sendRequested', key: 'k2', text: 'Good day' },
  resendRequested: { type: 'resendRequested', key: 'k1' },
  editRequested: { type: 'editRequested', key: 'k1' },
  discardRequested: { type: 'discardRequested', key: 'k1' },
  draftChanged: { type: 'draftChanged', text: 'Goo' },
  followRequested: { type: 'followRequested', path: '/1/service/S1/connect' },
  dialogClosed: { type: 'dialogClosed' },
  renameRequested: { type: 'renameRequested', nickname: 'Ana' },
  retryRequested: { type: 'retryRequested' },
  endRequested: { type: 'endRequested' },
  restartRequested: { type: 'restartRequested' },
} satisfies { [T in SessionFact['type']]: Extract<SessionFact, { type: T }> };
