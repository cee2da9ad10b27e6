import type { Conversation } from './conversation.ts';
import { emptyConversation } from './emptyConversation.ts';
import type { Failure } from './failure.ts';
import type { Outbox } from './outbox.ts';
import type { ChatInvitation, ChatRef, ContactField, Order } from './ports.ts';
import type { Scenario } from './scenarios.ts';
import type { StartReply } from './startReply.ts';

/** Why a chat is over, as far as the server or the visitor told. */
export type EndReason =
  | 'agent'
  | 'visitor'
  | 'idle'
  | 'lost'
  /** over when we came back after more silence than a server bears */
  | 'away'
  | 'server'
  /** the call took place */
  | 'called'
  /** it goes on in another window */
  | 'moved'
  /** over before, and now nothing of it is left here */
  | 'erased'
  /** the order for a call was given back */
  | 'cancelled'
  /** the call did not take place: `detail` is the reason of the record */
  | 'callFailed';

/** How the line to the server is. */
export type Link = Readonly<{
  /** failed refreshes in a row */
  failures: number;
  /** how many of the last ones, in a row, were the server saying no */
  refusals: number;
  /** when the next attempt is due, clock time; null while the line is good, or an attempt is under way */
  retryAt: number | null;
  /** when the last good answer came */
  goodAt: number;
  /** the last good answer is too old to claim a connection */
  isStale: boolean;
  /** taken up after a reload: nothing is sent before the first good answer */
  isCatchingUp: boolean;
  /** failed for so long that only the visitor, or a sign of life, makes another attempt */
  isGivenUp: boolean;
  /** when attempts were made within the last minute of this outage */
  attempts: readonly number[];
  /** the server asked not to be called before this */
  notBefore: number;
}>;

/** A line on which a good answer came at this time. */
export function goodLink(at: number): Link {
  return {
    failures: 0,
    refusals: 0,
    retryAt: null,
    goodAt: at,
    isStale: false,
    isCatchingUp: false,
    isGivenUp: false,
    attempts: [],
    notBefore: 0,
  };
}

/** Which window has the chat: one at a time reads it and sends. While we ask, and while another has it, we do neither. */
type Hold = 'asking' | 'here' | 'elsewhere';

/** What a start has got hold of so far: "Try again" goes on from here and never orders twice. */
export type Started = Readonly<{ serviceId: string | null; invitation: ChatInvitation | null }>;

/** Who is waited for: an agent who will be ready to be connected, or the call that was confirmed. */
export type Awaited = 'agent' | 'call';

/** What is true in every phase. */
export type Base = Readonly<{
  /** null until the address and the configuration have been read */
  order: Order | null;
  conversation: Conversation;
  outbox: Outbox;
  /** what stands in the composer; `seed` changes when it was us who put it there */
  draft: Readonly<{ text: string; seed: number }>;
  isOnline: boolean;
  /** whether the agent has been told that the visitor is typing, and since when */
  typingSince: number | null;
}>;

type PhaseState =
  | Readonly<{ phase: 'loading' }>
  /** something has to be known, or agreed to, before the order goes out */
  | Readonly<{
      phase: 'form';
      asked: readonly ContactField[];
      /** why the server sent us back here; null the first time */
      failure: Failure | null;
    }>
  | Readonly<{
      phase: 'starting';
      started: Started;
      /** held back until the browser is online again: nothing has left the machine */
      isHeld: boolean;
      /** takes longer than people expect, or is answered and cannot be read yet */
      hitch: 'slow' | 'unread' | null;
    }>
  /** accepted, and nothing to do but wait for an agent */
  | Readonly<{
      phase: 'waiting';
      serviceId: string | null;
      awaits: Awaited;
      /** what the service last said about it; empty: nothing */
      told: string;
      isBusy: boolean;
      failure: Failure | null;
      /** what to order instead, once this order is given back */
      instead: Scenario | null;
      /** the server told that an agent is ready: how the visitor is connected, and when that was */
      ready: Readonly<{ path: string; at: number }> | null;
    }>
  | Readonly<{
      phase: 'dialog';
      reply: DialogReply;
      serviceId: string | null;
      /** what is waited for once it is read */
      awaits: Awaited;
      isBusy: boolean;
      failure: Failure | null;
    }>
  | Readonly<{
      phase: 'dial';
      reply: DialReply;
      /** clock time at which the number was given: it is valid for so long */
      since: number;
      /** the order is being given back to make the same one again */
      isRenewing: boolean;
    }>
  | Readonly<{
      phase: 'chat';
      chat: ChatRef;
      link: Link;
      hold: Hold;
      /** keys of messages that are not ours alone: another window may have settled them meanwhile */
      shared: readonly string[];
    }>
  | Readonly<{ phase: 'ended'; reason: EndReason; at: number; detail: string | null }>
  | Readonly<{ phase: 'failed'; failure: Failure; started: Started }>;

export type DialReply = Extract<StartReply, { type: 'dial' }>;
export type DialogReply = Extract<StartReply, { type: 'menu' | 'confirm' | 'other' }>;

export type Phase = PhaseState['phase'];
export type SessionState = Base & PhaseState;
/** The state of one phase, for the function that knows it. */
export type StateIn<P extends Phase> = Base & Extract<PhaseState, { phase: P }>;

export const NOTHING_STARTED: Started = { serviceId: null, invitation: null };

export const INITIAL_STATE: SessionState = {
  phase: 'loading',
  order: null,
  conversation: emptyConversation,
  outbox: [],
  draft: { text: '', seed: 0 },
  isOnline: true,
  typingSince: null,
};

/** The parts that every phase shares, to carry into the next one. */
export function baseOf(state: SessionState): Base {
  const { order, conversation, outbox, draft, isOnline, typingSince } = state;
  return { order, conversation, outbox, draft, isOnline, typingSince };
}
