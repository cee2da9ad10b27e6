import type { ChatRef, Order } from '../../src/session/ports.ts';
import { CHAT_ID, CHAT_V1, IDS, SESSION_V1, STARTED_AT } from '../fixtures/wireVectors/wireNames.ts';

/** A visitor of whom next to nothing is known. */
export const plainOrder: Order = {
  gmsUser: 'mira-4711',
  scenario: 'CHAT-NOW',
  chatVia: 'service',
  askFor: { CHAT: [], VOICE: ['contactNumber'] },
  isProactive: false,
  customer: { nickname: 'Visitor' },
  userData: {},
  page: {
    url: '',
    title: '',
    referrer: '',
    browser: '',
    system: '',
    isMobile: false,
    language: 'en',
    timeZoneMinutes: 0,
  },
};

/** A visitor who came from an invitation and of whom everything is known. */
export const fullOrder: Order = {
  gmsUser: 'mira-4711',
  scenario: 'CHAT-NOW',
  chatVia: 'service',
  askFor: { CHAT: [], VOICE: ['contactNumber'] },
  visitId: 'v-5f1c20',
  pageId: 'p-00b7',
  isProactive: true,
  customer: {
    firstName: 'Mira',
    lastName: 'Solberg',
    nickname: 'Mira',
    email: 'mira@example.test',
    contactNumber: '+47 5550100',
    subject: 'Fees & limits',
    provideCode: true,
  },
  userData: {
    segment: 'gold',
    empty: '',
    _call_direction: 'USERTERMINATED',
    visitID: 'forged',
    first_name: 'Forged',
  },
  page: {
    url: 'https://shop.example.test/fees',
    title: 'Fees',
    referrer: 'https://search.example.test/',
    browser: 'Firefox 146',
    system: 'Linux',
    isMobile: true,
    language: 'nb',
    timeZoneMinutes: 60,
  },
};

export const chatV2: ChatRef = { api: 'v2', chatId: CHAT_ID, ...IDS };

export const chatV1: ChatRef = { api: 'v1', path: CHAT_V1, sessionId: SESSION_V1, startedAt: STARTED_AT };
