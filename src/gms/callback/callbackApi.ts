/**
 * What can be asked of the callback service beside starting: each call is one request and one answer,
 * and may throw a `ChatError`. Source: protocol/gms-callback.md §2.2 to §2.7.
 */
export interface CallbackApi {
  /**
   * The slots of so many days, taken ones among them, in order of time. A closed office is no empty list but a
   * failure: `CallbackExceptionAvailability`, and `CallbackExceptionResource` where no hours are configured.
   */
  availability(range: SlotRange, signal: AbortSignal): Promise<readonly Slot[]>;
  /** All is "not known" while the service does not run: before its time, or when it died. */
  queuePosition(serviceId: string, signal: AbortSignal): Promise<QueuePosition>;
  /** How long one waits in the configured queue, in seconds; null: not known, or no queue is configured. */
  waitingTime(signal: AbortSignal): Promise<number | null>;
  /** null when the service knows no such record */
  record(serviceId: string, signal: AbortSignal): Promise<CallbackRecord | null>;
  /** `desiredTime` is the key of a slot; a refusal carries `failure.availability` */
  reschedule(serviceId: string, desiredTime: string, signal: AbortSignal): Promise<void>;
  /** On 400 once more with `discard_ors_failure=true`. */
  cancel(serviceId: string, signal: AbortSignal): Promise<void>;
}

export type SlotRange = Readonly<{
  /** ms since the epoch */
  start: number;
  /** whole days, from 1 */
  days: number;
}>;

export type Slot = Readonly<{
  /** verbatim as the server named it: goes back as `_desired_time` */
  key: string;
  /** ms since the epoch */
  at: number;
  /** free places; 0: taken */
  capacity: number;
}>;

/** Whatever of it is known; null is "not known". */
export type QueuePosition = Readonly<{
  position: number | null;
  /** estimated, in seconds */
  waitSeconds: number | null;
  totalWaiting: number | null;
  isAgentReady: boolean;
}>;

export type CallbackRecord = Readonly<{
  /** SCHEDULED, QUEUED, ROUTING, PROCESSING, COMPLETED, or one we do not know */
  state: string;
  /** why it is COMPLETED: AGENT_CONNECTED, CANCELLED, FAIL_…; null while it is not */
  reason: string | null;
  /** ISO time; null when not told. Servers may name one for an order for now, too: when it was made */
  desiredTime: string | null;
  contactNumber: string | null;
}>;
