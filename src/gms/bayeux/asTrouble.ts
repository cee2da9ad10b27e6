import type { Failure } from '../../session/failure.ts';
import { meaningOf } from '../../session/failure.ts';

/** A failure of the line that says nothing about the chat: a proxy that answers 404 for Bayeux knows of no chat. */
export function asTrouble(failure: Failure): Failure {
  return meaningOf(failure).listen === 'retry' ? failure : { kind: 'server' };
}
