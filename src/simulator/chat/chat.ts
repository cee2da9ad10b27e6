import type { ScriptName } from '../scripts/scripts.ts';
import type { Step } from '../scripts/step.ts';

/** Four that Genesys names (gms-chat.md §5.2), and one that it does not. */
export type PartyType = 'Client' | 'Agent' | 'Supervisor' | 'External' | 'Robot';

export type Participant = {
  /** small and stable, also when the name changes; the visitor is 1 */
  id: number;
  nickname: string;
  type: PartyType;
  /** says so in every event it makes (gms-chat.md §5.2) */
  isBot: boolean;
  isPresent: boolean;
};

export type ChatEvent = {
  index: number;
  /** ms since the epoch */
  at: number;
  /** as Chat API v2 spells it; an open set */
  type: string;
  /** as it was then: a later change of name does not rewrite history */
  from: { nickname: string; participantId: number; type: string };
  text?: string;
  userData?: Record<string, string>;
  eventAttributes?: Record<string, unknown>;
  /** rich content on the event itself, as older servers send it (gms-chat.md §5.4) */
  contentType?: string;
  content?: readonly object[];
};

/** What an event says, without who and when. */
export type Happening = Omit<ChatEvent, 'index' | 'at' | 'from'>;

export type EndReason = 'visitor' | 'agent' | 'idle' | 'silence' | 'badKey';

/** Where the agent's script stands. It moves only when a call is handled, up to the time of that call. */
type ScriptCursor = {
  name: ScriptName;
  pending: Step[];
  /** when the first pending step is due, ms since the epoch */
  dueAt: number;
  /** what the visitor said and the script has not waited for yet */
  unheard: string[];
  /** the words that the script heard last */
  heard: string;
};

/** A file that somebody put into the chat. Plain JSON, content included: one character for each byte. */
export type SharedFile = {
  id: string;
  name: string;
  content: string;
  by: 'visitor' | 'agent';
  isDeleted: boolean;
};

/** One chat session, whichever API opened it. Plain JSON. */
export type Chat = {
  id: string;
  api: 'v1' | 'v2';
  service: string;
  userId: string;
  secureKey: string;
  alias: string;
  /** its own generator: what one chat does changes nothing for another */
  random: number;
  startedAt: number;
  /** the last call that proved the visitor alive */
  lastSeenAt: number;
  participants: Participant[];
  events: ChatEvent[];
  /** events without an index, waiting for the next refresh */
  loose: ChatEvent[];
  nextIndex: number;
  userData: Record<string, string>;
  files: SharedFile[];
  downloads: number;
  draft: string;
  readUpTo: number;
  /** v2: its start was published */
  isOverBayeux: boolean;
  /** v1: how many rows were handed out, for a refresh without a position */
  shown: number;
  /** v1: `gms_user` whose Bayeux clients are told, from `notify_by=comet`; null when it is polled */
  notifies: string | null;
  /** v1: how many rows were told so */
  pushed: number;
  /** position with which a Bayeux client said that it goes to the background; null until one did */
  awayAt: string | null;
  /** an inactivity alert is running until then */
  idleClosesAt: number | null;
  script: ScriptCursor;
  /** `isTold` once an answer has carried the last events */
  end: { at: number; reason: EndReason; isTold: boolean } | null;
};
