import type { GmsReply, GmsRequest } from '../gms.ts';

/**
 * The browser tier's side of Web Engagement as its hosts and its tests see it: what the tracker of a page talks to,
 * and what a strategy sends notifications through. It knows no network: a host carries the bytes.
 * Source: protocol/gwe-engagement.md §2, §6, §12.
 */
export interface Engagement {
  handle(request: GmsRequest): Promise<GmsReply>;
  /** Puts a file on the server, as an administrator does; `path` is below `/server`: `/api/resources/v1/inviteGMS.html`. */
  place(path: string, file: Resource): void;
  /** All visits as they are now, as copies. */
  visits(): readonly Visit[];
  /** What went over the wire, oldest first; the newest few hundred. */
  steps(): readonly Step[];
  /** What is known of the visits as JSON, for `createEngagement({ snapshot })`. Who listens is not in it. */
  snapshot(): string;
}

/** What a strategy sends to a page. Source: §2.2. */
export type NotificationMessage = Readonly<{
  /** the page view it is meant for; without it, every page of the visit */
  page?: string;
  channel: string;
  data?: unknown;
}>;

/** What a tracker tells. Source: §4.5. */
export type TrackedEvent = Readonly<{
  eventName: string;
  visitID: string;
  pageID: string;
  url: string;
  data: Readonly<Record<string, unknown>>;
}>;

export type Visit = Readonly<{
  visitID: string;
  /** in the order in which they were entered; the last one is where the visitor is */
  pages: readonly Readonly<{ pageID: string; url: string; title: string }>[];
  /** names of the business events */
  events: readonly string[];
  /** how often the strategy has sent an invitation */
  invitations: number;
  /** what became of invitations, in the code of whoever reported it */
  results: readonly Disposition[];
}>;

export type Disposition = Readonly<{ result: string; media: string; pageID: string }>;

export type StepName =
  | 'event'
  | 'notify'
  | 'result'
  | 'engage'
  | 'noengage'
  | 'pacing'
  | 'cometd'
  | 'resource'
  | 'other';

/** One call, told in names and numbers. */
export type Step = Readonly<{
  /** ms since the epoch */
  at: number;
  name: StepName;
  method: string;
  path: string;
  status: number;
  visitID: string | null;
  facts: Readonly<Record<string, string>>;
}>;

/** Something that the server hands out as it is: an invitation, a script. */
export type Resource = Readonly<{ type: string; body: string }>;
