/**
 * What a host page and the console say to each other: one vocabulary for both sides.
 * Two windows meet by `hello` (console → host), after a `greet` (host → console) where the host came later,
 * and `connect` hands the console a `MessagePort`; everything else travels on that port.
 * No message carries markup or an address to load. Source: contract.md §5, docs/decisions/013-one-channel.md.
 */
export const SOURCE = 'gms-chat-console';
export const VERSION = 1;

/** Web Engagement ids, as the tracker and the address of the console spell them. */
export type EngagementIds = Readonly<{ visitID?: string; pageID?: string }>;

/** Names and values of attached data; only strings. */
export type UserData = Readonly<Record<string, string>>;

/** Why the console is spoken to by a person's wish that only the host can carry out. */
export type Wish = 'minimize' | 'close' | 'move';

/** Console → host. */
export type ConsoleMessage =
  /** "I am here": the only one that travels between windows, to an allowed origin and to nobody else */
  | Readonly<{ type: 'hello' }>
  | Readonly<{ type: 'ready' }>
  | Readonly<{ type: 'state'; phase: string }>
  | Readonly<{ type: 'agent'; action: 'joined' | 'left'; name: string }>
  | Readonly<{ type: 'unread'; count: number }>
  /** `count` of messages so far; `text` only with `features.shareText` */
  | Readonly<{ type: 'message'; from: string; count: number; text?: string }>
  | Readonly<{ type: 'ended'; reason: string }>
  /** CSS pixels that the content would like to have */
  | Readonly<{ type: 'size'; width: number; height: number }>
  | Readonly<{ type: 'diagnostic'; code: string; key?: string }>
  /**
   * What names an asynchronous chat and opens it, as a text for whoever keeps it, in place of what was kept before; empty:
   * there is nothing to keep any more. With `chat.async.hostKeepsSession` only.
   */
  | Readonly<{ type: 'session'; data: string }>
  | Readonly<{ type: 'wish'; wish: Wish }>
  /** the chat goes on in the other window: this one can be closed */
  | Readonly<{ type: 'moved' }>;

/** Host → console. */
export type HostMessage =
  /** "are you there?", from a page that came after the console */
  | Readonly<{ type: 'greet' }>
  /**
   * With one port, the channel; with a second one when `takesOver`: through it comes the chat of another window.
   * `customer` has the keys of `customer` in config.json; unknown ones are dropped.
   */
  | Readonly<{
      type: 'connect';
      ids?: EngagementIds;
      customer?: Readonly<Record<string, string | boolean>>;
      userData?: UserData;
      /** the chat to go on with, as it was told by `session` */
      session?: string;
      takesOver: boolean;
      /** wishes this host can fulfil: others are not offered to the visitor */
      grants: readonly Wish[];
    }>
  /** known later than the start, or changed by the host */
  | Readonly<{ type: 'update'; ids?: EngagementIds; userData?: UserData }>
  /** shows the agent a page, as a link in the conversation; nothing is loaded from it here */
  | Readonly<{ type: 'page'; url: string }>
  /** another name for the visitor in the chat */
  | Readonly<{ type: 'rename'; nickname: string }>
  | Readonly<{ type: 'focus' }>
  /** whether the visitor can see the console; a minimised one counts what is unread */
  | Readonly<{ type: 'show'; isShown: boolean }>
  /** the window is about to go: end the chat, unless it is an asynchronous one */
  | Readonly<{ type: 'close' }>
  /** with one port: give the chat to the console at its other end */
  | Readonly<{ type: 'handOver' }>;

export type Envelope<Message> = Message & Readonly<{ source: typeof SOURCE; version: typeof VERSION }>;

/** Puts the name and the version on. */
export function envelope<Message extends ConsoleMessage | HostMessage>(message: Message): Envelope<Message> {
  return { source: SOURCE, version: VERSION, ...message };
}
