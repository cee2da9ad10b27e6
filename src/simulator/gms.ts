import type { Bayeux } from './bayeux/bayeuxPeer.ts';
import type { ChatEvent, EndReason, Participant } from './chat/chat.ts';
import type { Fault, Operation } from './faults.ts';
import type { ScriptName } from './scripts/scripts.ts';
import type { Step } from './scripts/step.ts';

/** The simulated GMS as its hosts and its tests see it. It knows no network: a host carries the bytes. */
export interface Gms {
  /** the path below which it serves, e.g. `/genesys` */
  readonly base: string;
  handle(request: GmsRequest): Promise<GmsReply>;
  /** what is pushed instead of polled */
  readonly bayeux: Bayeux;
  /** Queues a fault for the next calls that it fits. */
  inject(fault: Fault): void;
  /** Forgets the faults that still wait. */
  calm(): void;
  /** Which agent script the chats opened from now on get. */
  play(script: ScriptName): void;
  /** Has the other side of every open chat do something now, beside its script; who is not there does nothing. */
  improvise(step: Step): void;
  /** A new server process: either it finds the sessions of the old one, or they are gone. */
  restart(keepSessions: boolean): void;
  /** What came over the wire, oldest first; the newest few thousand. */
  requests(): readonly LoggedRequest[];
  /** All chats as they are now, as copies. */
  chats(): readonly ChatView[];
  /** All state as JSON, for `createGms({ snapshot })`. The request log is a witness and stays out. */
  snapshot(): string;
}

/** Time comes from outside: nothing here reads a clock or starts a timer by itself. */
export interface SimClock {
  /** ms since the epoch */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export type GmsRequest = Readonly<{
  method: string;
  /** path and query as on the wire, e.g. `/genesys/2/chat/samples_new?x=1` */
  url: string;
  /** names in lower case */
  headers: Readonly<Record<string, string>>;
  /** multipart bodies one character for each byte, because files travel in them; all others as text */
  body: string;
}>;

export type GmsReply = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** the body is a file: one character for each byte */
  isBinary?: true;
  /** what the host must do to the answer instead of delivering it whole; `at` counts bytes of the body, `ms` is per byte */
  damage?:
    | Readonly<{ kind: 'lost' }>
    | Readonly<{ kind: 'cut' | 'reset'; at: number }>
    | Readonly<{ kind: 'trickle'; ms: number }>;
}>;

/** `fileName` is there for files only: then the value is the content, one character for each byte. */
export type Field = readonly [name: string, value: string, fileName?: string];

export type LoggedRequest = Readonly<{
  /** ms since the epoch */
  at: number;
  method: string;
  path: string;
  operation: Operation;
  headers: Readonly<Record<string, string>>;
  /** query first, then the body: form, JSON or multipart alike, in the order of the wire */
  fields: readonly Field[];
  /** null while it is being answered, and for ever when the answer was lost */
  status: number | null;
}>;

export type ChatView = Readonly<{
  id: string;
  api: 'v1' | 'v2';
  /** Chat API v2: the service name. v1: the id of the service session */
  service: string;
  script: ScriptName;
  participants: readonly Readonly<Participant>[];
  events: readonly Readonly<ChatEvent>[];
  userData: Readonly<Record<string, string>>;
  /** the visitor's typing preview as last told */
  draft: string;
  /** highest position the visitor reported as read */
  readUpTo: number;
  /** position with which the visitor's page said that it goes to the background */
  awayAt: string | null;
  ended: EndReason | null;
}>;
