import * as v from 'valibot';
import type { SessionRecord } from '../session/ports.ts';
import type { RecordContent } from '../session/recordOf.ts';
import { isScenario } from '../session/scenarios.ts';

const KEY = 'gms-chat-console';
/** Raised with each change of the shape: a record of another version is not read. */
const VERSION = 1;
/** The server drops a silent client after 45 s; what is older than this is of no use to anybody. */
const EXPIRY_MS = 30 * 60_000;

const text = v.string();
const optionalText = v.exactOptional(text);

const order = v.object({
  gmsUser: text,
  scenario: v.custom<RecordContent['order']['scenario']>((name) => typeof name === 'string' && isScenario(name)),
  via: v.picklist(['service', 'chat']),
  visitId: optionalText,
  pageId: optionalText,
  isProactive: v.boolean(),
  customer: v.object({
    firstName: optionalText,
    lastName: optionalText,
    nickname: text,
    email: optionalText,
    contactNumber: optionalText,
    subject: optionalText,
    provideCode: v.exactOptional(v.boolean()),
  }),
  userData: v.record(text, text),
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

const chat = v.variant('api', [
  v.object({ api: v.literal('v1'), path: text, sessionId: text, startedAt: v.nullable(v.number()) }),
  v.object({ api: v.literal('v2'), chatId: text, userId: text, secureKey: text, alias: text }),
]);

const outboxItem = v.object({
  key: text,
  text,
  at: v.number(),
  state: v.picklist(['queued', 'sending', 'checking', 'sent', 'undelivered', 'rejected']),
  baseline: v.nullable(v.number()),
  isAccepted: v.boolean(),
  doubtedAt: v.nullable(v.number()),
  goodRefreshes: v.number(),
  notBefore: v.nullable(v.number()),
  failure: v.null(),
});

const content = v.object({ order, chat: v.nullable(chat), outbox: v.array(outboxItem), draft: text });
const stored = v.object({ version: v.literal(VERSION), at: v.number(), content });

/**
 * The one key of `sessionStorage` that a reload goes on from. Any access may throw (blocked, full,
 * partitioned): then nothing is kept, and the page says so. Source: contract.md §6.
 */
export function createSessionRecord(now: () => number): SessionRecord<RecordContent> {
  return {
    recall: () => read(now()),
    remember(kept) {
      // why a message was refused is not worth a place in storage
      const outbox = kept.outbox.map((item) => ({ ...item, failure: null }));
      const record = { version: VERSION, at: now(), content: { ...kept, outbox } };
      return attempt(() => sessionStorage.setItem(KEY, JSON.stringify(record)));
    },
    forget() {
      attempt(() => sessionStorage.removeItem(KEY));
    },
  };
}

function read(now: number): RecordContent | null {
  try {
    const result = v.safeParse(stored, JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    return result.success && now - result.output.at < EXPIRY_MS ? result.output.content : null;
  } catch {
    return null;
  }
}

function attempt(access: () => void): boolean {
  try {
    access();
    return true;
  } catch {
    return false;
  }
}
