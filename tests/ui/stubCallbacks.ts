import type { CallbackApi } from '../../src/gms/callback/callbackApi.ts';
import type { CallbackRecord, LoadCallbacks, QueuePosition, Slot } from '../../src/queries/loadCallbacks.ts';
import type { Order } from '../../src/session/ports.ts';
import { ChatError } from '../../src/session/failure.ts';
import type { Failure } from '../../src/session/failure.ts';

/** A callback service that answers what it was told to, and keeps what it was asked for. */
export type StubCallbacks = Readonly<{
  load: LoadCallbacks;
  /** what the service says from now on; a failure instead of an answer is thrown */
  answers: {
    slots: readonly Slot[] | Failure;
    queue: QueuePosition | Failure;
    wait: number | null | Failure;
    record: CallbackRecord | null | Failure;
    reschedule: Failure | null;
    cancel: Failure | null;
  };
  /** writes and slot ranges that were asked for */
  asked: unknown[];
}>;

export const NOTHING_KNOWN: QueuePosition = {
  position: null,
  waitSeconds: null,
  totalWaiting: null,
  isAgentReady: false,
};

export function stubCallbacks(): StubCallbacks {
  const asked: unknown[] = [];
  const answers: StubCallbacks['answers'] = {
    slots: [],
    queue: NOTHING_KNOWN,
    wait: null,
    record: null,
    reschedule: null,
    cancel: null,
  };
  const api: CallbackApi = {
    availability: async (range) => {
      asked.push(range);
      const slots = orThrow(answers.slots);
      const until = range.start + range.days * 86_400_000;
      return slots.filter(({ at }) => at >= range.start && at < until);
    },
    queuePosition: async () => orThrow(answers.queue),
    waitingTime: async () => {
      asked.push('waitingTime');
      return orThrow(answers.wait);
    },
    record: async () => orThrow(answers.record),
    reschedule: async (...words) => {
      asked.push(['reschedule', ...words.slice(0, 2)]);
      orThrow(answers.reschedule);
    },
    cancel: async (id) => {
      asked.push(['cancel', id]);
      orThrow(answers.cancel);
    },
  };
  return { load: async () => api, answers, asked };
}

const DAY_MS = 86_400_000;

/** From tomorrow on: a full day, a free one with a taken slot, a closed one, a free one. */
export function someSlots(): readonly Slot[] {
  const tomorrow = new Date().setUTCHours(0, 0, 0, 0) + DAY_MS;
  const at = (day: number, hour: number, capacity: number): Slot => {
    const time = tomorrow + day * DAY_MS + hour * 3_600_000;
    return { key: new Date(time).toISOString(), at: time, capacity };
  };
  return [at(0, 10, 0), at(1, 9, 2), at(1, 10, 0), at(1, 11, 1), at(3, 10, 4)];
}

/** An order whose visitor has given a number. */
export const withNumber: Partial<Order> = { customer: { nickname: 'Visitor', contactNumber: '+4741234567' } };

function orThrow<Answer>(answer: Answer | Failure): Exclude<Answer, Failure> {
  if (isFailure(answer)) throw new ChatError(answer);
  return answer as Exclude<Answer, Failure>;
}

function isFailure(answer: unknown): answer is Failure {
  return typeof answer === 'object' && answer !== null && 'kind' in answer;
}
