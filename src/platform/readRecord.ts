import * as v from 'valibot';
import { readInstant } from '../lib/readInstant.ts';
import type { Failure } from '../session/failure.ts';
import { isFailureKind } from '../session/failure.ts';
import type { OutboxItem } from '../session/outbox.ts';
import type { ChatRef } from '../session/ports.ts';
import type { RecordContent } from '../session/recordOf.ts';
import { isScenario } from '../session/scenarios.ts';
import { RECORD_VERSION } from './sessionRecord.ts';

/**
 * Servers drop a silent client after 45 s, older ones after 300 s: within that time a refresh decides whether the chat
 * still lives. What is older is not taken up again. Source: protocol/gms-chat.md §1, §10.
 */
const CHAT_EXPIRY_MS = 300_000;
/** Callback services keep an order for a day, `_ttl`; one for later begins that day when its time comes. Source: gms-callback.md §10. */
const ORDER_EXPIRY_MS = 86_400_000;

const text = v.string();
const optionalText = v.exactOptional(text);

const fields = v.array(
  v.picklist(['firstName', 'lastName', 'nickname', 'email', 'contactNumber', 'subject']),
);

const order = v.object({
  gmsUser: text,
  scenario: v.custom<RecordContent['order']['scenario']>(
    (name) => typeof name === 'string' && isScenario(name),
  ),
  chatVia: v.picklist(['service', 'chat']),
  askFor: v.object({ CHAT: fields, VOICE: fields }),
  desiredTime: optionalText,
  visitId: optionalText,
  pageId: optionalText,
  isProactive: v.boolean(),
  isAsync: v.exactOptional(v.boolean()),
  customer: v.object({
    firstName: optionalText,
    lastName: optionalText,
    nickname: text,
    email: optionalText,
    contactNumber: optionalText,
    subject: optionalText,
    provideCode: v.exactOptional(v.boolean()),
  }),
  userData: v.custom<Record<string, string>>(isTexts),
  page: v.object({
    url: text,
    title: text,
    referrer: text,
    browser: text,
    system: text,
    isMobile: v.boolean(),
    language: text,
    timeZoneMinutes: v.number(),
  }),
});

const chatV1 = v.object({
  api: v.picklist(['v1']),
  path: text,
  sessionId: text,
  startedAt: v.custom<number | null>(isNumberOrNull),
});
const chatV2 = v.object({
  api: v.picklist(['v2']),
  chatId: text,
  userId: text,
  secureKey: text,
  alias: text,
});
const chat = v.custom<ChatRef | null>(
  (value) => value === null || v.safeParse(chatV1, value).success || v.safeParse(chatV2, value).success,
);

const outboxItem = v.object({
  key: text,
  text,
  answers: v.exactOptional(v.number()),
  at: v.number(),
  state: v.picklist(['queued', 'sending', 'checking', 'sent', 'undelivered', 'rejected']),
  // of an earlier build: it had left once if it has a baseline, and nobody counts copies after a reload
  attempts: v.optional(v.number(), 1),
  baseline: v.custom<number | null>(isNumberOrNull),
  isAccepted: v.boolean(),
  doubtedAt: v.custom<number | null>(isNumberOrNull),
  goodRefreshes: v.number(),
  notBefore: v.custom<number | null>(isNumberOrNull),
});

const failure = v.object({
  kind: v.custom<Failure['kind']>((kind) => typeof kind === 'string' && isFailureKind(kind)),
  status: v.exactOptional(v.number()),
  code: v.exactOptional(v.number()),
});

const textOrNull = v.custom<string | null>((value) => value === null || typeof value === 'string');
const dial = v.object({
  type: v.picklist(['dial']),
  serviceId: textOrNull,
  number: text,
  label: text,
  accessCode: textOrNull,
  expiresInSeconds: v.custom<number | null>(isNumberOrNull),
});
const waitingForUs = v.object({ for: v.picklist(['agent', 'call']), serviceId: text });
const waitingForVisitor = v.object({ for: v.picklist(['visitor']), reply: dial, since: v.number() });
type Waiting = v.InferOutput<typeof waitingForUs> | v.InferOutput<typeof waitingForVisitor>;
/** Said with what the start needs anyway: each further word of the library would weigh on every first load. */
const waiting = v.custom<Waiting | null>(
  (value) =>
    value === null ||
    v.safeParse(waitingForUs, value).success ||
    v.safeParse(waitingForVisitor, value).success,
);

const content = v.object({
  order,
  chat,
  waiting,
  failure: v.custom<Failure | null>((value) => value === null || v.safeParse(failure, value).success),
  outbox: v.array(outboxItem),
  withdrawn: v.exactOptional(v.array(outboxItem)),
  draft: text,
});
const stored = v.object({ version: v.picklist([RECORD_VERSION]), at: v.number(), content });

/**
 * Reads what was stored; null when it is of another version, or not what we wrote. One that is too old is of use for
 * what was written in its chat only.
 */
export function readRecord(json: string, now: number): RecordContent | null {
  const result = v.safeParse(stored, JSON.parse(json));
  if (!result.success) return null;
  const { content: kept } = result.output;
  const isExpired = now >= expiryOf(result.output);
  if (isExpired && kept.chat === null) return null;
  // why a message was refused is not read back: it is said again when it is tried again
  const { outbox, withdrawn, ...rest } = kept;
  return {
    ...rest,
    isExpired,
    outbox: outbox.map(unexplained),
    ...(withdrawn && { withdrawn: withdrawn.map(unexplained) }),
  };
}

function expiryOf({ at, content: { waiting, order, chat: kept } }: v.InferOutput<typeof stored>): number {
  // how long an asynchronous chat lives without its visitor is the server's to know
  if (order.isAsync && kept?.api === 'v2') return Infinity;
  if (waiting === null) return at + CHAT_EXPIRY_MS;
  return Math.max(at, readInstant(order.desiredTime ?? '') ?? 0) + ORDER_EXPIRY_MS;
}

function isNumberOrNull(value: unknown): boolean {
  return value === null || typeof value === 'number';
}

function isTexts(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((each) => typeof each === 'string')
  );
}

function unexplained(item: Omit<OutboxItem, 'failure'>): OutboxItem {
  return { ...item, failure: null };
}
