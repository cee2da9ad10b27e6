import type { Fault } from '../../src/simulator/faults.ts';

/** What the visitor and the agent can do, without more to be said about it. */
export type Doing =
  | 'type'
  | 'send'
  | 'say'
  /** the same word again, on purpose */
  | 'sayYes'
  | 'resend'
  | 'edit'
  | 'discard'
  | 'tryNow'
  | 'leave'
  | 'startAgain'
  | 'reload'
  | 'agentSays'
  | 'agentTypes'
  | 'agentJoins'
  | 'agentLeaves'
  | 'agentEnds';

export type Act =
  | Readonly<{ do: Doing }>
  | Readonly<{ do: 'agentBursts'; count: number }>
  | Readonly<{ do: 'fault'; fault: Fault }>
  | Readonly<{ do: 'restart'; keepSessions: boolean }>
  /** nobody answers, the browser knows that it is offline, the page is not seen: for so long */
  | Readonly<{ do: 'down' | 'offline' | 'hide'; ms: number }>
  /** the machine sleeps; whether the clock of the page goes on meanwhile differs between browsers */
  | Readonly<{ do: 'sleep'; ms: number; isTimeCounted: boolean }>;

/** One thing that happens in a schedule, and how long nothing else does afterwards. */
export type Step = Readonly<{ act: Act; pause: number }>;

/** A whole course of events: everything that chance decides is in it. */
export type Schedule = Readonly<{
  api: 'v1' | 'v2';
  /** what carries Bayeux; absent: the chat is polled */
  push?: 'long-polling' | 'websocket';
  seed: number;
  steps: readonly Step[];
}>;
