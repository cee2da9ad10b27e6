import { afterStart } from '../gms/afterStart.ts';
import { laterPhases } from '../session/laterPhases.ts';

/** What is needed only once the start is under way, as one file: how its answer is read, and what follows from it. */
export const lateCode = { afterStart, laterPhases };
