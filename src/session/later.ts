import type { laterPhases } from './laterPhases.ts';

/**
 * The later phases, for what leads into them and for who is in them. Nothing else does, and each way in is an event
 * that can only be made with them in hand: `startAnswered` and `chatOpened` tell answers, which are read by code that
 * comes in the same file; `resumed` is only told by who has waited for that file.
 */
export type Later = () => LaterPhases;

export type LaterPhases = typeof laterPhases;
