import { failureOf, meaningOf } from '../session/failure.ts';

/** Whether asking again soon may help: not after a definite no, and not when the server told when to come back. */
export function mayPass(error: unknown): boolean {
  const failure = failureOf(error);
  return meaningOf(failure).listen === 'retry' && failure.kind !== 'busy';
}
