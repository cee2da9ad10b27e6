import type { TimerName } from './event.ts';
import type { ChatInvitation, ChatRef, CustomNotice, News, Order } from './ports.ts';

/** What the shell is to do, as plain data. */
export type SessionEffect = PortEffect | LaunchEffect;

/** Reads address and configuration once more: for whoever launched the session, not for a port. */
type LaunchEffect = Readonly<{ type: 'relaunch' }>;

export type PortEffect =
  | Readonly<{ type: 'startService'; order: Order }>
  | Readonly<{ type: 'followDialog'; path: string }>
  | Readonly<{ type: 'connectService'; serviceId: string }>
  | Readonly<{ type: 'releaseService'; serviceId: string }>
  /** listens for the next word that an agent is ready, where the server can tell */
  | Readonly<{ type: 'awaitAgent'; serviceId: string }>
  | Readonly<{ type: 'openChat'; order: Order; invitation: ChatInvitation | null }>
  /** takes up a chat; `now`: the first refresh goes out at once */
  | Readonly<{ type: 'listen'; chat: ChatRef; now: boolean }>
  | Readonly<{ type: 'refreshNow' }>
  /** asks to be the one window that reads the chat and sends */
  | Readonly<{ type: 'holdChat'; chat: ChatRef }>
  | Readonly<{ type: 'takeOver' }>
  /** leaves the chat to the window that asked for it */
  | Readonly<{ type: 'yieldChat' }>
  | Readonly<{ type: 'send'; key: string; text: string; answers?: number }>
  | Readonly<{ type: 'signalTyping'; isTyping: boolean }>
  | Readonly<{ type: 'rename'; nickname: string }>
  | Readonly<{ type: 'tell'; news: News }>
  /** a keyword for programs came: for those of the site */
  | Readonly<{ type: 'passOn'; notice: CustomNotice }>
  | Readonly<{ type: 'leaveChat' }>
  | Readonly<{ type: 'setTimer'; timer: TimerName; ms: number }>
  | Readonly<{ type: 'clearTimers'; timers: readonly TimerName[] }>
  /** gives up every request, timer and line of this session */
  | Readonly<{ type: 'stopAll' }>;
