import type { Chat } from './chat/chat.ts';
import type { ServiceRecord } from './callback/serviceRecord.ts';
import type { Fault } from './faults.ts';
import type { ScriptName } from './scripts/scripts.ts';

/** Raised when the shape below changes, so that an old snapshot is left alone. */
const VERSION = 3;

/** Everything the server knows, as plain JSON data with one home. Only the request handlers change it. */
export type GmsState = {
  version: number;
  random: number;
  /** what the next chats get */
  script: ScriptName;
  chats: Record<string, Chat>;
  services: Record<string, ServiceRecord>;
  faults: Fault[];
};

export function freshState(seed: number, script: ScriptName): GmsState {
  return { version: VERSION, random: seed, script, chats: {}, services: {}, faults: [] };
}

/** The state of a snapshot, or null when it is not one of ours. */
export function restoredState(snapshot: string): GmsState | null {
  try {
    const state: unknown = JSON.parse(snapshot);
    return isOurs(state) ? state : null;
  } catch {
    return null;
  }
}

/** The number vouches for the rest: only `Gms.snapshot()` writes it. */
function isOurs(state: unknown): state is GmsState {
  return typeof state === 'object' && state !== null && 'version' in state && state.version === VERSION;
}

export function chatById(state: GmsState, id: string): Chat | undefined {
  return Object.hasOwn(state.chats, id) ? state.chats[id] : undefined;
}

export function serviceById(state: GmsState, id: string): ServiceRecord | undefined {
  return Object.hasOwn(state.services, id) ? state.services[id] : undefined;
}
