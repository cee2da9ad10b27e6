import type { Failure } from './failure.ts';
import type { Batch, ChatRef, Customer, News, Order } from './ports.ts';
import type { RecordContent } from './recordOf.ts';
import type { Scenario } from './scenarios.ts';
import type { StartReply } from './startReply.ts';

/** Timers of a session: each runs at most once at a time. */
export type TimerName =
  /** try the line again */
  | 'retry'
  /** the last good answer is getting too old */
  | 'stale'
  /** somebody who types is believed only so long */
  | 'typingExpires'
  /** the visitor stopped typing without sending */
  | 'typingStops'
  /** a start that takes long says so */
  | 'slowStart'
  /** a message that was refused for now goes again */
  | 'sendAgain'
  /** a chat that was just opened makes sure that no other window has it */
  | 'hold';

type Fact =
  // the launch
  | Readonly<{ type: 'launched'; order: Order }>
  | Readonly<{ type: 'resumed'; record: RecordContent }>
  | Readonly<{ type: 'launchRefused'; failure: Failure }>
  // the host page
  /** known later than the launch, or changed since; what the start did not take along is told by whoever amends it */
  | Readonly<{ type: 'orderAmended'; changes: OrderChanges }>
  /** another window asks for the chat: nothing more is sent or read until it has it, or has not */
  | Readonly<{ type: 'handedOver' }>
  | Readonly<{ type: 'movedAway' }>
  // the start
  | Readonly<{ type: 'startAnswered'; reply: StartReply }>
  | Readonly<{ type: 'startFailed'; failure: Failure }>
  /** the service has answered, and the page has not got the code to read it yet */
  | Readonly<{ type: 'answerUnread' }>
  | Readonly<{ type: 'chatOpened'; batch: Batch }>
  // a call that was ordered
  /** the record is COMPLETED, with its reason */
  | Readonly<{ type: 'callbackEnded'; reason: string }>
  | Readonly<{ type: 'callbackMoved'; desiredTime: string }>
  /** the server told that an agent is ready; `path` connects the visitor */
  | Readonly<{ type: 'agentReady'; serviceId: string; path: string }>
  /** an order was given back, or could not be: either way the next one may be made */
  | Readonly<{ type: 'orderReleased' }>
  // the line
  | Readonly<{ type: 'received'; batch: Batch }>
  /** `jitter` from 0 to 1 spreads the clients of a server that comes back */
  | Readonly<{ type: 'linkLost'; failure: Failure; jitter: number }>
  | Readonly<{ type: 'timerFired'; timer: TimerName }>
  | Readonly<{ type: 'wentOnline' }>
  | Readonly<{ type: 'wentOffline' }>
  /** the page was hidden, frozen or asleep and is seen again */
  | Readonly<{ type: 'wokeUp' }>
  | HoldFact
  // own messages
  | Readonly<{ type: 'sendAccepted'; key: string; chat: ChatRef }>
  | Readonly<{ type: 'sendFailed'; key: string; failure: Failure }>
  // what the person does
  /** `answers`: index of the rich message of which it is one of the answers */
  | Readonly<{ type: 'sendRequested'; key: string; text: string; answers?: number }>
  | Readonly<{ type: 'resendRequested'; key: string }>
  | Readonly<{ type: 'editRequested'; key: string }>
  | Readonly<{ type: 'discardRequested'; key: string }>
  | Readonly<{ type: 'draftChanged'; text: string }>
  | Readonly<{ type: 'followRequested'; path: string }>
  | Readonly<{ type: 'dialogClosed' }>
  /** the form before a start: what it says replaces what was known */
  | Readonly<{ type: 'formSubmitted'; customer: Partial<Customer>; desiredTime?: string }>
  | Readonly<{ type: 'connectRequested' }>
  /** a call instead of a chat, or the other way round */
  | Readonly<{ type: 'switchRequested'; scenario: Scenario }>
  | Readonly<{ type: 'renameRequested'; nickname: string }>
  | Readonly<{ type: 'tellRequested'; news: News }>
  | Readonly<{ type: 'retryRequested' }>
  /** what was said before the part that has been read */
  | Readonly<{ type: 'earlierRequested' }>
  /** the chat is to go on in this window */
  | Readonly<{ type: 'takeOverRequested' }>
  | Readonly<{ type: 'endRequested' }>
  | Readonly<{ type: 'restartRequested' }>
  /** what this page knows of the visitor is to go */
  | Readonly<{ type: 'eraseRequested' }>;

/** What a host page may know better; each part as it is from now on. */
export type OrderChanges = Partial<
  Pick<Order, 'visitId' | 'pageId' | 'isProactive' | 'customer' | 'userData'>
>;

/** What other windows of the same chat have to do with us. */
export type HoldFact =
  /** this window has the chat: it was free, or the one that had it is gone or gave it up */
  | Readonly<{ type: 'holdGained' }>
  /** another window has it */
  | Readonly<{ type: 'holdTaken' }>
  /** another window asks for it */
  | Readonly<{ type: 'holdWanted' }>
  /** what the window that has the chat keeps of it, for whoever comes after it */
  | Readonly<{ type: 'mirrored'; record: RecordContent }>
  | Readonly<{ type: 'endedElsewhere' }>;

/** `at` is clock time, put on by the shell: the machine itself has no clock. */
export type SessionEvent = Fact & Readonly<{ at: number }>;
export type SessionFact = Fact;
