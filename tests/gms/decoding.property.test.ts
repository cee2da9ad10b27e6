import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStartReply } from '../../src/gms/callback/startReplyWire.ts';
import { readChatReplyV1, startOf } from '../../src/gms/chatV1/chatReplyV1Wire.ts';
import { decodeTranscriptRows } from '../../src/gms/chatV1/decodeTranscriptRows.ts';
import { readChatReply } from '../../src/gms/chatV2/chatReplyWire.ts';
import { decodeChatEvents } from '../../src/gms/chatV2/decodeChatEvents.ts';
import type { JsonObject } from '../../src/gms/jsonObject.ts';
import { ownAddress } from '../../src/gms/ownAddress.ts';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import { ChatError } from '../../src/session/failure.ts';
import type { StartReply } from '../../src/session/startReply.ts';

const anything = fc.jsonValue();
const number = fc.oneof(fc.integer(), fc.double(), fc.integer().map(String));

/** An object with these fields, any of them missing, likely or odd. */
function objectOf(likely: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<JsonObject> {
  const fields = Object.entries(likely).map(([key, value]) => [
    key,
    fc.oneof({ weight: 3, arbitrary: value }, anything),
  ]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

const eventRow = objectOf({
  type: fc.constantFrom(
    'Message',
    'ParticipantJoined',
    'TypingStarted',
    'Notice',
    'FileUploaded',
    'IdleAlert',
    'Structured',
  ),
  index: number,
  utcTime: number,
  text: fc.string(),
  from: objectOf({
    nickname: fc.string(),
    participantId: number,
    type: fc.constantFrom('Client', 'Agent', 'External'),
  }),
  userData: objectOf({ 'file-id': fc.string(), 'file-name': fc.string() }),
  eventAttributes: objectOf({
    GCTI_SYSTEM: objectOf({ 'party-info': fc.json() }),
    'structured-content': fc.json(),
  }),
});

const replyV2 = objectOf({
  statusCode: fc.constant(0),
  nextPosition: number,
  idleTimerExpire: number,
  messages: fc.array(fc.oneof(eventRow, anything)),
  errors: fc.array(objectOf({ code: number })),
});

const row = fc.oneof(
  fc.tuple(
    fc.constantFrom('Message.Text', 'Notice.Joined'),
    fc.string(),
    fc.string(),
    number,
    fc.constant('AGENT'),
    number,
  ),
  fc.array(anything, { minLength: 4, maxLength: 7 }),
  anything,
);

const replyV1 = objectOf({
  chatIxnState: fc.constant('TRANSCRIPT'),
  transcriptPosition: number,
  startedAt: fc.constant('2026-01-02T12:00:00Z'),
  transcriptToShow: fc.array(row),
});

const address = fc.oneof(
  fc.string(),
  fc
    .array(
      fc.oneof(
        fc.constantFrom('..', '.', '', '1', 'service', 'genesys', '%2e', '\\', '?', '#', '//'),
        fc.string(),
      ),
    )
    .map((parts) => `/1/service/${parts.join('/')}`),
);

const menu = fc.array(
  objectOf({
    _group_name: fc.string(),
    _group_content: fc.array(objectOf({ _label: fc.string(), _user_action_url: address })),
  }),
);

const dialog = objectOf({
  _id: fc.string(),
  _action: fc.constantFrom('StartChat', 'DialNumber', 'DisplayMenu', 'ConfirmationDialog', 'Else'),
  _start_chat_url: address,
  _content: menu,
  _tel_url: fc.string(),
});

const bodies = (likely: fc.Arbitrary<JsonObject>) =>
  fc.oneof({ weight: 4, arbitrary: likely }, fc.dictionary(fc.string(), anything));

test('any v2 answer is read or refused', () => {
  const property = fc.property(bodies(replyV2), (body) => {
    expect((attempt(() => decodeChatEvents(readChatReply(body))) ?? []).filter(isUnsound)).toEqual([]);
  });
  fc.assert(property, { numRuns: 1000 });
});

test('any v1 answer is read or refused', () => {
  const property = fc.property(bodies(replyV1), (body) => {
    const reply = attempt(() => readChatReplyV1(body));
    const events = reply ? decodeTranscriptRows(reply, startOf(reply)) : [];
    expect(events.filter(isUnsound)).toEqual([]);
  });
  fc.assert(property, { numRuns: 1000 });
});

test('any answer to a start is read or refused, and leads nowhere but below the service API', () => {
  const property = fc.property(bodies(dialog), (body) => {
    const reply = attempt(() => readStartReply(body));
    expect((reply ? pathsIn(reply) : []).filter(leadsElsewhere)).toEqual([]);
  });
  fc.assert(property, { numRuns: 1000 });
});

test('an address of ours stays below the service API, also as a browser resolves it', () => {
  const property = fc.property(address, (text) => {
    const path = ownAddress(text);
    expect(path !== null && leadsElsewhere(path)).toBe(false);
  });
  fc.assert(property, { numRuns: 2000 });
});

/** What reading makes of a body; null when it refuses it as it may. */
function attempt<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof ChatError) return null;
    throw error;
  }
}

function isUnsound({ index, at, from }: ChatEvent): boolean {
  const hasIndex = index === null || (Number.isSafeInteger(index) && index > 0);
  const hasTime = at === null || Number.isFinite(at);
  return !hasIndex || !hasTime || typeof from.name !== 'string' || typeof from.id !== 'string';
}

function pathsIn(reply: StartReply): readonly string[] {
  if (reply.type === 'startChat') return [reply.invitation.path];
  if (reply.type !== 'menu') return [];
  return reply.groups.flatMap((group) => group.choices).flatMap(({ path }) => path ?? []);
}

function leadsElsewhere(path: string): boolean {
  const url = new URL(`https://gms.example.test/x/gms${path}`);
  const isBelow = /^\/x\/gms\/1\/service\/[\w.-]+/.test(url.pathname);
  return !isBelow || url.href !== `https://gms.example.test/x/gms${path}`;
}
