import type { SessionEffect } from './effect.ts';
import type { SessionState } from './state.ts';

/** The next state and what to do about it. */
export type Next = readonly [SessionState, ...SessionEffect[]];
