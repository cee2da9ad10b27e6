import { assertNever } from '../../src/lib/assertNever.ts';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import type { Failure } from '../../src/session/failure.ts';
import { ChatError } from '../../src/session/failure.ts';

/** An event in one line: `index role name type words`. */
export function tell(event: ChatEvent): string {
  const { index, from } = event;
  return [index ?? '-', from.role, from.name, event.type, ...wordsOf(event)].join(' ');
}

/** The failure that a call ends with; anything but a `ChatError` fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  const error: unknown = await call.then(
    () => new Error('It did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof ChatError) return error.failure;
  throw error;
}

function wordsOf(event: ChatEvent): readonly string[] {
  switch (event.type) {
    case 'joined':
    case 'left':
    case 'renamed':
    case 'typingStarted':
    case 'typingStopped':
      return [];
    case 'said':
    case 'idleClosed':
    case 'announced':
    case 'signalled':
    case 'unknown':
      return [event.text];
    case 'urlPushed':
      return [event.url];
    case 'fileShared':
      return [event.fileId, event.name];
    case 'fileRemoved':
      return [event.fileId];
    case 'idleWarned':
      return event.secondsLeft === null ? [event.text] : [event.text, `(${event.secondsLeft} s)`];
    default:
      return assertNever(event);
  }
}
