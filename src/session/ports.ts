import type { ChatEvent, Role } from './chatEvent.ts';
import type { HoldFact } from './event.ts';
import type { Scenario } from './scenarios.ts';
import type { StartReply } from './startReply.ts';

/** Who the visitor is, as far as it is known before the start. */
export type Customer = Readonly<{
  firstName?: string;
  lastName?: string;
  nickname: string;
  email?: string;
  contactNumber?: string;
  subject?: string;
  provideCode?: boolean;
}>;

/** What can be asked of a visitor before a start. */
export type ContactField = 'firstName' | 'lastName' | 'nickname' | 'email' | 'contactNumber' | 'subject';

/** Where the visitor comes from, for the agent's desktop. */
export type PageContext = Readonly<{
  url: string;
  title: string;
  referrer: string;
  browser: string;
  system: string;
  isMobile: boolean;
  language: string;
  /** offset from UTC in minutes, east positive */
  timeZoneMinutes: number;
}>;

/** All that one start needs, decided before it leaves. */
export type Order = Readonly<{
  /** the label under which GMS knows this visitor; kept through a reload */
  gmsUser: string;
  scenario: Scenario;
  /** how a chat is started. `service`: the callback service decides. `chat`: Chat API v2 is opened directly */
  chatVia: 'service' | 'chat';
  /** what must be known before a start, by medium */
  askFor: Readonly<Record<'CHAT' | 'VOICE', readonly ContactField[]>>;
  /** the slot that was chosen for a call, verbatim as the server named it */
  desiredTime?: string;
  visitId?: string;
  pageId?: string;
  /** whether the chat came from an invitation: then `webengagement` is attached */
  isProactive: boolean;
  /** whether a chat of Chat API v2 is to outlive its windows: who leaves it does not end it */
  isAsync?: boolean;
  customer: Customer;
  userData: Readonly<Record<string, string>>;
  page: PageContext;
}>;

/** What names a running chat on the wire, and opens it: secret, kept only in the session record. */
export type ChatRef =
  | Readonly<{
      api: 'v1';
      /** path of the chat resource below the base, e.g. `/1/service/{id}/ixn/chat` */
      path: string;
      sessionId: string;
      /** ms since the epoch: times of v1 are seconds since then */
      startedAt: number | null;
    }>
  | Readonly<{
      api: 'v2';
      chatId: string;
      userId: string;
      secureKey: string;
      /** names the chat server that answered last; changes during a chat */
      alias: string;
      /** It was opened over Bayeux: nothing says that its ids are good elsewhere. */
      via?: 'bayeux';
    }>;

/** One answer of the server: what happened since the last one, and whether the chat goes on. */
export type Batch = Readonly<{
  events: readonly ChatEvent[];
  isEnded: boolean;
  /** index of the last event that the server has, where the answer to a refresh tells it; 0 for none */
  last?: number;
  /** the newest ids; replaces what was known */
  chat: ChatRef;
  /** it answers the wish for an earlier page: the wish */
  page?: number;
}>;

/** A dialog answer that leads to a v1 chat: where to create it, and what it is about. */
export type ChatInvitation = Readonly<{ path: string; subject: string | null }>;

/** The callback service. Every call may throw a `ChatError`. Source: protocol/gms-callback.md §2, §4. */
export interface ServiceDesk {
  /** `onUnread`: the service has answered, and the page has not got the code to read it yet. */
  start(order: Order, signal: AbortSignal, onUnread?: () => void): Promise<StartReply>;
  /** Goes on with a dialog: `path` is below our base and was taken from an answer. */
  follow(path: string, signal: AbortSignal): Promise<StartReply>;
  /** Asks a service that waits to connect the visitor now, whether or not an agent was said to be ready. */
  connect(serviceId: string, signal: AbortSignal): Promise<StartReply>;
  /** Gives an order back. Source: gms-callback.md §2.4. */
  cancel(serviceId: string, signal: AbortSignal): Promise<void>;
  /**
   * Resolves when an agent is ready for a service, with the path that connects the visitor; never where the server
   * cannot push. Source: gms-callback.md §3.5.
   */
  agentReady?(serviceId: string, signal: AbortSignal): Promise<string>;
}

/** A chat API. `open` creates a chat, `attach` takes up one that is running. */
export interface ChatTransport {
  open(
    order: Order,
    invitation: ChatInvitation | null,
    signal: AbortSignal,
    onUnread?: () => void,
  ): Promise<Batch>;
  attach(chat: ChatRef): ChatLine;
}

/** A keyword that an application of the site sent through the chat. Source: protocol/gms-chat.md §5.1, TV-15. */
export type CustomNotice = Readonly<{ text: string; role: Role }>;

/** What the other side is told beside messages: nothing here depends on whether it arrives. */
export type News =
  /** everything up to this index has been seen */
  | Readonly<{ type: 'read'; position: number }>
  /** a page that the agent is to look at */
  | Readonly<{ type: 'page'; url: string }>
  /** a keyword for programs at the agent's desk */
  | Readonly<{ type: 'notice'; text: string }>;

/** A running chat on the wire. It keeps the newest ids by itself and reports them with every answer. */
export interface ChatLine {
  /**
   * Answers until the signal aborts; throws a `ChatError` when one refresh fails.
   * `position` is asked before each refresh: the highest index known, 0 for none. `earlier` is asked before it, where
   * the wire can be read in pages: after which index a page begins that is wished for, `LAST_EVENT`, or null.
   */
  listen(position: () => number, signal: AbortSignal, earlier?: () => number | null): AsyncIterable<Batch>;
  /** Cuts the pause before the next refresh short. */
  refreshNow(): void;
  /** `answers`: index of the rich message that it answers; where the wire has no word for that it is left out. */
  send(text: string, signal: AbortSignal, answers?: number): Promise<ChatRef>;
  signalTyping(isTyping: boolean, signal: AbortSignal): Promise<void>;
  rename(nickname: string, signal: AbortSignal): Promise<void>;
  /** Absent where the wire has no word for any of it. */
  tell?(news: News, signal: AbortSignal): Promise<void>;
  leave(signal: AbortSignal): Promise<void>;
  /** Nobody listens any more: whatever is held open for it is given up. */
  close?(): void;
}

/**
 * One window at a time has a chat: two that read would race, and two that send would send twice.
 * The others know of it, keep what it keeps, and may take over. Source: reliability.md F91, I6.
 */
export interface OwnerLock {
  /** Asks for `chat` and tells what comes of it, until the signal aborts. */
  hold(chat: ChatRef, tell: (news: HoldFact) => void, signal: AbortSignal): Seat;
}

/** A window's place at a chat. */
export interface Seat {
  takeOver(): void;
  /** Gives the chat to the window that asked for it; what is kept of it by then goes along. */
  yield(): void;
}

export interface Clock {
  /** Milliseconds since the epoch; never runs backwards while the page lives. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** What must survive a reload. Source: contract.md §6. */
export interface SessionRecord<Content> {
  recall(): Promise<Content | null>;
  /** False when the browser does not let us store. */
  remember(content: Content): boolean;
  forget(): void;
}

/** Diagnostics for integrators: names and numbers only, never content. */
export interface Log {
  warn(name: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}
