import type { Field, GmsReply, SimClock } from '../gms.ts';
import type { EngagementSettings } from './engagementSettings.ts';
import type { EngagementState } from './visits.ts';
import type { Listeners } from './listeners.ts';
import type { NotificationMessage, Resource } from './engagement.ts';

/** What a call finds when it is carried out. */
export type Desk = Readonly<{
  state: EngagementState;
  settings: EngagementSettings;
  clock: SimClock;
  listeners: Listeners;
  /** files by their path below `/server` */
  resources: ReadonlyMap<string, Resource>;
  /** how the strategy notifies: by a call like any other, so that it is in the log */
  notify(visitID: string, messages: readonly NotificationMessage[]): void;
}>;

type DeskCall = Readonly<{
  /** below `/server` or its alias */
  path: string;
  /** the part of the path that the route leaves open */
  rest: string;
  query: readonly Field[];
  contentType: string;
  body: string;
}>;

/** The answer, and what is worth remembering of the call. */
export type Answer = Readonly<{
  reply: GmsReply;
  visitID?: string;
  facts?: Readonly<Record<string, string>>;
}>;

export type DeskHandler = (desk: Desk, call: DeskCall) => Answer | Promise<Answer>;

/** An id as trackers make them, and a little more. Source: protocol/gwe-engagement.md §9.1. */
export function isId(text: string): boolean {
  return /^[0-9A-Za-z-]{8,64}$/.test(text);
}

export function channelOf(visitID: string): string {
  return `/notification/${visitID}`;
}
