/**
 * What can go wrong between us and the server, in our words. Plain data: it travels in events and state.
 * One table says what each kind means, for every question that is asked of a failure.
 * Source: protocol/gms-chat.md §8, reliability.md §3.3.
 */
export type FailureKind =
  /** the browser knew that it was offline: nothing left the machine */
  | 'offline'
  /** fetch failed: refused, reset, CORS and DNS look alike from here */
  | 'network'
  /** no answer within the time allowed */
  | 'timeout'
  /** an answer that is not what the protocol says: HTML, half a body, wrong shape */
  | 'unreadable'
  /** 408, 425 or 5xx */
  | 'server'
  /** 429, or 503 with Retry-After: refused for now, and told when to come back */
  | 'busy'
  /** HTTP 200 with statusCode 1: no other field of that answer can be believed */
  | 'temporary'
  /** a definite no: 400, 413, 415, 422, statusCode 2 with the chat still open, or a GMS exception */
  | 'refused'
  /** 401 or 403 */
  | 'unauthorised'
  /** 404 or 410 */
  | 'missing'
  /** the server said that the chat is over: statusCode 2 on a refresh, or with chatEnded */
  | 'over'
  /** the page was reloaded while the start was under way: the server may have seen it */
  | 'interrupted'
  /** the chat of another window was to go on here, and did not come */
  | 'notMoved'
  /** the configuration of the page is bad: nothing was contacted */
  | 'misconfigured';

export type Failure = Readonly<{
  kind: FailureKind;
  /** HTTP status, when there was an answer */
  status?: number;
  /** `errors[].code` of Chat API v2 */
  code?: number;
  /** the refusal is GMS's own word, not that of something before it: its body was JSON */
  isFromGms?: boolean;
  /** last segment of a GMS `exception`, e.g. `CallbackExceptionNumber` */
  exception?: string;
  /** times that are free instead of the one that was refused: ISO time to free places, as the server named them */
  availability?: Readonly<Record<string, number>>;
  /** from `Retry-After`, at most a minute */
  retryAfterMs?: number;
}>;

type Meaning = Readonly<{
  /** what became of a message whose send ended so: never sent, unknown, refused, or refused for now */
  send: 'unsent' | 'unknown' | 'refused' | 'later';
  /** what it says about the chat when a refresh ended so: ask again, believe it after some more, or it is over */
  listen: 'retry' | 'doubt' | 'over';
}>;

const MEANING = {
  offline: { send: 'unsent', listen: 'retry' },
  network: { send: 'unknown', listen: 'retry' },
  timeout: { send: 'unknown', listen: 'retry' },
  unreadable: { send: 'unknown', listen: 'retry' },
  server: { send: 'unknown', listen: 'retry' },
  busy: { send: 'later', listen: 'retry' },
  temporary: { send: 'unknown', listen: 'retry' },
  refused: { send: 'refused', listen: 'doubt' },
  unauthorised: { send: 'refused', listen: 'doubt' },
  missing: { send: 'refused', listen: 'doubt' },
  over: { send: 'unknown', listen: 'over' },
  interrupted: { send: 'unknown', listen: 'retry' },
  notMoved: { send: 'refused', listen: 'over' },
  misconfigured: { send: 'refused', listen: 'over' },
} satisfies Record<FailureKind, Meaning>;

/** Whether a text from outside names a kind of failure. */
export function isFailureKind(name: string): name is FailureKind {
  return Object.hasOwn(MEANING, name);
}

export function meaningOf(failure: Failure): Meaning {
  const meaning = MEANING[failure.kind];
  // a chat that GMS itself does not know is gone; a bare 404 may come from a node or a gateway that is not asked often
  const isGone = failure.kind === 'missing' && failure.isFromGms === true;
  return isGone ? { ...meaning, listen: 'over' } : meaning;
}

/** The time that was wished for is taken, or the office is closed then. Source: protocol/gms-callback.md §1.6. */
export function isAboutTime({ availability, exception }: Failure): boolean {
  return availability !== undefined || exception === 'CallbackExceptionAvailability';
}

/** Thrown by ports only; `failure` is what the session sees, `cause` is for the debugger. */
export class ChatError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(`Chat request failed: ${failure.kind}`, options);
    this.name = 'ChatError';
    this.failure = failure;
  }
}

/** Anything else than a `ChatError` is a fault of ours: it is treated like an answer nobody can read. */
export function failureOf(error: unknown): Failure {
  return error instanceof ChatError ? error.failure : { kind: 'unreadable' };
}
