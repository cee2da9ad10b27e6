import type { ChatEvent, Sender } from '../../src/session/chatEvent.ts';
import type { SessionEvent, SessionFact } from '../../src/session/event.ts';
import { newItem } from '../../src/session/outbox.ts';
import type { Batch, ChatRef, Order } from '../../src/session/ports.ts';
import type { Phase, SessionState, StateIn } from '../../src/session/state.ts';
import { goodLink, INITIAL_STATE, NOTHING_STARTED } from '../../src/session/state.ts';
import { transition } from '../../src/session/transition.ts';
import type { Transition } from '../../src/session/transitionBy.ts';

export const NOON = Date.UTC(2026, 0, 2, 12);

export const order: Order = {
  gmsUser: 'web-test',
  scenario: 'CHAT-NOW',
  chatVia: 'service',
  askFor: { CHAT: [], VOICE: ['contactNumber'] },
  visitId: 'v-1',
  pageId: 'p-1',
  isProactive: true,
  customer: { nickname: 'Visitor' },
  userData: {},
  page: {
    url: 'https://console.test/',
    title: 'Chat',
    referrer: 'https://shop.test/',
    browser: 'Chrome 150',
    system: 'Linux',
    isMobile: false,
    language: 'en',
    timeZoneMinutes: 60,
  },
};

export const chat: ChatRef = { api: 'v2', chatId: 'C1', userId: 'U1', secureKey: 'K1', alias: '204' };
export const invitation = { path: '/1/service/S1/ixn/chat', subject: null };

export const me: Sender = { id: '1', role: 'me', name: 'Visitor' };
export const maria: Sender = { id: '2', role: 'agent', name: 'Maria' };
export const jonas: Sender = { id: '3', role: 'agent', name: 'Jonas' };

export function said(index: number | null, from: Sender, text: string, more: Partial<Said> = {}): ChatEvent {
  return { type: 'said', index, at: NOON + (index ?? 0) * 1_000, from, text, ...more };
}

type Said = Extract<ChatEvent, { type: 'said' }>;

export function happened(
  type: 'joined' | 'left' | 'typingStarted' | 'typingStopped',
  index: number,
  from: Sender,
): ChatEvent {
  return { type, index, at: NOON + index * 1_000, from };
}

export function batch(events: readonly ChatEvent[] = [], isEnded = false): Batch {
  return { events, isEnded, chat };
}

const launched = { ...INITIAL_STATE, order };

/** One state of each phase, as it is in the ordinary course of a session. */
export const states = {
  loading: { ...INITIAL_STATE, phase: 'loading' },
  form: { ...launched, phase: 'form', asked: ['contactNumber'], failure: null },
  starting: { ...launched, phase: 'starting', started: NOTHING_STARTED, isHeld: false, hitch: null },
  waiting: {
    ...launched,
    phase: 'waiting',
    serviceId: 'S1',
    awaits: 'agent',
    told: '',
    isBusy: false,
    failure: null,
    instead: null,
    ready: null,
  },
  dialog: {
    ...launched,
    phase: 'dialog',
    reply: { type: 'confirm', serviceId: 'S1', text: 'We are calling you now', okTitle: 'Ok' },
    serviceId: 'S1',
    awaits: 'call',
    isBusy: false,
    failure: null,
  },
  dial: {
    ...launched,
    phase: 'dial',
    reply: {
      type: 'dial',
      serviceId: 'S1',
      number: '+15550177',
      label: 'Call',
      accessCode: null,
      expiresInSeconds: null,
    },
    since: NOON,
    isRenewing: false,
  },
  chat: { ...launched, phase: 'chat', chat, link: goodLink(NOON), hold: 'here', shared: [] },
  ended: { ...launched, phase: 'ended', reason: 'agent', at: NOON, detail: null },
  failed: {
    ...launched,
    phase: 'failed',
    failure: { kind: 'server', status: 503 },
    started: NOTHING_STARTED,
  },
} satisfies { [P in Phase]: StateIn<P> };

/** A state with a message in its outbox that needs the visitor. */
export const undelivered = { ...newItem('k1', 'Hello', NOON), state: 'undelivered', baseline: 0 } as const;

export function event(fact: SessionFact, at = NOON): SessionEvent {
  return { ...fact, at };
}

/** Feeds facts one after the other, a second apart, and answers where that leads and what is to be done. */
export function after(state: SessionState, ...facts: readonly SessionFact[]) {
  return afterBy(transition, state, ...facts);
}

export function afterBy(step: Transition, state: SessionState, ...facts: readonly SessionFact[]) {
  let current = state;
  const effects: string[] = [];
  for (const [second, fact] of facts.entries()) {
    const [next, ...done] = step(current, event(fact, NOON + second * 1_000));
    current = next;
    effects.push(...done.map((effect) => effect.type));
  }
  return { state: current, effects };
}
