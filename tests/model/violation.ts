/** What a history must never show. Source: reliability.md §3.1, §4.6. */
export type ViolationKind =
  /** the server has it, and it is neither shown nor covered by a marker */
  | 'lost'
  /** shown more often than the server has it, or one position twice */
  | 'duplicate'
  /** shown in another order than that of the server */
  | 'inversion'
  /** shown as sent or said, and the server never had it */
  | 'phantom'
  /** shown as not sent, and the server has it */
  | 'false failure'
  /** given to the server more often than the visitor wanted */
  | 'resent'
  /** more chats, or more starts, than the visitor asked for */
  | 'double create'
  /** something the visitor wrote is nowhere */
  | 'lost draft'
  | 'over budget'
  | 'leaked secret'
  /** two refreshes of a page at the same time */
  | 'overlap'
  /** said to be connected without a recent good answer */
  | 'false status'
  /** asked for something although the chat was over */
  | 'afterlife'
  /** timers that outlive the chat */
  | 'leftover'
  /** at rest, and still waiting for something */
  | 'stuck';

export type Violation = Readonly<{ kind: ViolationKind; detail: string }>;
