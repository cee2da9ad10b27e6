/**
 * What host pages rely on. Source: contract.md §5.
 * This file stands alone: the build writes it into `launcher.d.mts`.
 */

/** Web Engagement ids, letters, digits and `._:~-`, at most 128 of them. */
type Ids = Readonly<{ visitID?: string; pageID?: string }>;

export type Mode = 'popup' | 'iframe';

export type OpenOptions = Readonly<{
  /** where the console is; default: `index.html` beside the script. Its own query and fragment are kept */
  consoleUrl?: string | undefined;
  /** one of the ten scenarios; default: what `config.json` says */
  scenario?: string | undefined;
  /** `auto` (default): a popup, and the iframe where the browser blocks it */
  mode?: Mode | 'auto' | undefined;
  /** the element that takes the iframe; default: a corner of the page */
  container?: Element | undefined;
  /** default: asked from the tracker, and sent after the start when they come late */
  ids?: Ids | undefined;
  /** keys of `customer` in `config.json`; never in an address */
  customer?: Readonly<Record<string, string | boolean>> | undefined;
  /** attached data; never in an address */
  userData?: Readonly<Record<string, string>> | undefined;
  /** BCP 47 tag; default: the visitor's languages */
  lang?: string | undefined;
  /** whether an invitation came first; default `false` here, `true` after an invitation */
  proactive?: boolean | undefined;
  /** default `GMS` */
  windowName?: string | undefined;
  /** the chat to go on with: what the event `session` told; only with `chat.async.hostKeepsSession` */
  session?: string | undefined;
}>;

export type ConsoleEvents = Readonly<{
  /** the console is there and answers */
  ready: Readonly<{ type: 'ready' }>;
  state: Readonly<{ type: 'state'; phase: string }>;
  agent: Readonly<{ type: 'agent'; action: 'joined' | 'left'; name: string }>;
  unread: Readonly<{ type: 'unread'; count: number }>;
  /** `count` of messages so far; `text` only with `features.shareText` */
  message: Readonly<{ type: 'message'; from: string; count: number; text?: string }>;
  ended: Readonly<{ type: 'ended'; reason: string }>;
  /** CSS pixels that the content would like to have */
  size: Readonly<{ type: 'size'; width: number; height: number }>;
  diagnostic: Readonly<{ type: 'diagnostic'; code: string; key?: string }>;
  /**
   * What names an asynchronous chat and opens it, to be kept in place of what was kept before; empty: there is nothing
   * to keep any more. A secret, and nothing to look into. Only with `chat.async.hostKeepsSession`.
   */
  session: Readonly<{ type: 'session'; data: string }>;
  /** the window or the frame is gone; the last event of a handle */
  closed: Readonly<{ type: 'closed' }>;
}>;

export type Handle = Readonly<{
  /** where the console is now: it can move */
  mode: Mode;
  isClosed: boolean;
  /** messages of the console that nobody here understands */
  dropped: number;
  on<Type extends keyof ConsoleEvents>(type: Type, listener: (event: ConsoleEvents[Type]) => void): void;
  off<Type extends keyof ConsoleEvents>(type: Type, listener: (event: ConsoleEvents[Type]) => void): void;
  /** ends the chat, unless it is an asynchronous one, and takes the window away */
  close(): void;
  focus(): void;
  /** iframe only: a popup is minimised by its window */
  minimize(): void;
  restore(): void;
  updateUserData(userData: Readonly<Record<string, string>>): void;
  /** shows the agent a page, this one by default; the visitor sees that, too */
  sharePage(url?: string): void;
  /** another name for the visitor in the chat */
  rename(nickname: string): void;
}>;

export type InviteType = 'chat' | 'callback' | 'both';

/** `mediaBusy`: a console was open already; `error`: it could not be opened. */
export type Disposition = 'accept' | 'cancel' | 'timeout' | 'pageExit' | 'mediaBusy' | 'error';

export type InviteOptions = OpenOptions &
  Readonly<{
    type?: InviteType | undefined;
    /** plain text, as all of these; default: English or German words of our own */
    title?: string | undefined;
    text?: string | undefined;
    acceptLabel?: string | undefined;
    /** the button for a call, where chat and call are side by side */
    callbackLabel?: string | undefined;
    declineLabel?: string | undefined;
    /** seconds until it goes away, 30; 0: it stays */
    timeout?: number | undefined;
    /** scenario of the call, where chat and call are side by side */
    callbackScenario?: string | undefined;
    /** base of the GWE server; default: where the tracker's script comes from */
    gweUrl?: string | undefined;
    /**
     * How the result is told: `invites` (default), the address below `gweUrl`; `event`, an event of the tracker;
     * `none`; or an address of your own with `{result}`, `{media}`, `{visitID}`, `{pageID}`, `{engagementID}`.
     */
    disposition?: string | undefined;
    /** what the notification named, told with the result */
    engagementID?: string | undefined;
    actionID?: string | undefined;
    alias?: string | undefined;
  }>;

export type GmsChat = Readonly<{
  open(options?: OpenOptions): Handle;
  /** whether a console that this page opened is there */
  isOpen(): boolean;
  /** Shows the invitation; the promise is always fulfilled. */
  invite(options?: InviteOptions): Promise<Disposition>;
  /** Shows the invitations that Web Engagement sends. */
  attach(options?: InviteOptions): void;
}>;
