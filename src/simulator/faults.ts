/** Which calls a fault waits for: starts of a service, creations of a chat, and the operations of a chat. */
export type Operation =
  | 'start'
  | 'create'
  | 'refresh'
  | 'send'
  | 'typing'
  | 'disconnect'
  | 'upload'
  | 'download'
  | 'other';

/** What a fault changes inside the server while it answers; the other kinds happen on the way. */
export type Twist =
  | 'duplicate'
  | 'disorder'
  | 'alias-change'
  | 'unknown-kind'
  /** an older copy of the chat took over: its last three events are gone, and numbering goes on from there */
  | 'rewind'
  /** the agent ends the chat just before the call is carried out */
  | 'end';

/** An answer that is not the server's own. The call reaches the server only if `processed` says so. */
type Replaced = Readonly<{ processed?: boolean }>;

/** Source: reliability.md §4 (fault codes S), protocol/gms-chat.md §15.4. */
export type Mishap =
  /** the connection breaks before the server sees the call */
  | Readonly<{ name: 'lost-before' }>
  /** the server does what was asked, and the answer is lost */
  | Readonly<{ name: 'lost-after' }>
  /** done at once, answered late */
  | Readonly<{ name: 'delay'; ms: number }>
  /** on the way for long, done late */
  | Readonly<{ name: 'delay-before'; ms: number }>
  /** the answer breaks off after so many bytes */
  | Readonly<{ name: 'cut'; at: number }>
  /** the connection is reset after so many bytes of the answer; 0: before any of it */
  | Readonly<{ name: 'rst'; at: number }>
  /** the answer comes byte by byte, one each `ms` */
  | Readonly<{ name: 'trickle'; ms: number }>
  | (Readonly<{ name: 'status'; status: number; retryAfter?: string | number; html?: boolean }> & Replaced)
  /** a login page with status 200 */
  | (Readonly<{ name: 'html200' }> & Replaced)
  | (Readonly<{ name: 'empty200' }> & Replaced)
  /** v2: a failure that may pass, with fields that must not be believed (TV-24); v1: status 500 */
  | (Readonly<{ name: 'statusCode1' }> & Replaced)
  /** v2: a definite no; v1: status 400 */
  | (Readonly<{ name: 'statusCode2'; chatEnded?: boolean }> & Replaced)
  | Readonly<{ name: Twist }>
  /** the server dies during the call; the next one finds the sessions, or not */
  | Readonly<{ name: 'restart'; keepSessions?: boolean }>;

export type FaultName = Mishap['name'];

export type Fault = Mishap &
  Readonly<{
    on: Operation | 'any';
    /** how many calls it spoils, 1 unless given */
    times?: number;
  }>;

/** The faults by name, as they are when nothing else is said about them. */
export const MISHAPS = {
  'lost-before': { name: 'lost-before' },
  'lost-after': { name: 'lost-after' },
  delay: { name: 'delay', ms: 8000 },
  'delay-before': { name: 'delay-before', ms: 8000 },
  cut: { name: 'cut', at: 40 },
  rst: { name: 'rst', at: 40 },
  trickle: { name: 'trickle', ms: 1000 },
  status: { name: 'status', status: 503 },
  html200: { name: 'html200' },
  empty200: { name: 'empty200' },
  statusCode1: { name: 'statusCode1' },
  statusCode2: { name: 'statusCode2' },
  duplicate: { name: 'duplicate' },
  disorder: { name: 'disorder' },
  'alias-change': { name: 'alias-change' },
  'unknown-kind': { name: 'unknown-kind' },
  rewind: { name: 'rewind' },
  end: { name: 'end' },
  restart: { name: 'restart', keepSessions: true },
} as const satisfies {
  [Name in FaultName]: Extract<Mishap, { name: Name }> | Readonly<{ name: Twist & Name }>;
};

/** Takes the first waiting fault that fits the call, or nothing: one call has at most one fault. */
export function takeFault(queue: Fault[], operation: Operation): Fault | null {
  const place = queue.findIndex(({ on }) => on === 'any' || on === operation);
  const fault = queue[place];
  if (fault === undefined) return null;
  const left = (fault.times ?? 1) - 1;
  queue.splice(place, 1, ...(left > 0 ? [{ ...fault, times: left }] : []));
  return fault;
}
