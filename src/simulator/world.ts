import type { Field, GmsReply } from './gms.ts';
import type { GmsState } from './gmsState.ts';
import type { Settings } from './settings.ts';
import type { Twist } from './faults.ts';

/** What a handler sees of the server while it answers one call. */
export type World = Readonly<{
  state: GmsState;
  settings: Settings;
  /** ms since the epoch, the same for the whole call */
  now: number;
  /** what a fault does to this answer from inside */
  twist: Twist | null;
}>;

export type Call = Readonly<{
  /** the named parts of the path */
  params: Readonly<Record<string, string>>;
  fields: readonly Field[];
  /** header of that name; empty when there is none */
  gmsUser: string;
  /** It was published, and is carried out like a request. */
  isOverBayeux: boolean;
}>;

export type Handler = (world: World, call: Call) => GmsReply;

export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}
