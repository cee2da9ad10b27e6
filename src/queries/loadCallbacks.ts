import type * as gms from '../gms/callback/callbackApi.ts';

/** Fetches the code that asks about calls, once somebody wants to know; who starts a chat never pays for it. */
export type LoadCallbacks = () => Promise<gms.CallbackApi>;

// what the answers are made of, for screens: they never see the wire
export type SlotRange = gms.SlotRange;
export type Slot = gms.Slot;
export type QueuePosition = gms.QueuePosition;
export type CallbackRecord = gms.CallbackRecord;
