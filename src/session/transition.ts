import { laterPhases } from './laterPhases.ts';
import type { Transition } from './transitionBy.ts';
import { transitionBy } from './transitionBy.ts';

/**
 * The whole life of a session as one function: plain data in, plain data out. An event that makes no sense
 * in a phase is ignored there (the same state comes back), so late answers and late timers need no guards anywhere else.
 */
export const transition: Transition = transitionBy(() => laterPhases);
