import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSessionRecord } from '../../src/platform/sessionRecord.ts';
import { newItem } from '../../src/session/outbox.ts';
import type { RecordContent } from '../../src/session/recordOf.ts';
import { chat, NOON, order } from '../session/samples.ts';

const content: RecordContent = {
  order,
  chat,
  waiting: null,
  failure: null,
  outbox: [
    { ...newItem('a', 'Hello', NOON, 3), state: 'rejected', failure: { kind: 'refused', status: 413 } },
  ],
  withdrawn: [{ ...newItem('b', 'Never mind', NOON), state: 'undelivered', baseline: 3 }],
  draft: 'half a sen',
};

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const record = () => createSessionRecord(() => NOON);

function tamper(change: (stored: Record<string, unknown>) => unknown): void {
  const [[key, text] = ['', '']] = kept;
  kept.set(key, JSON.stringify(change(JSON.parse(text))));
}

describe('the session record', () => {
  test('gives back what was kept, under one key', async () => {
    expect(record().remember(content)).toBe(true);
    expect(kept.size).toBe(1);
    expect(await record().recall()).toEqual({
      ...content,
      isExpired: false,
      outbox: [{ ...content.outbox[0], failure: null }],
    });
  });

  test('holds nothing of the transcript, and is gone when forgotten', async () => {
    record().remember(content);
    record().forget();
    expect(kept.size).toBe(0);
    expect(await record().recall()).toBeNull();
  });

  test.for([
    ['another version', (stored: Record<string, unknown>) => ({ ...stored, version: 1 })],
    ['another shape', () => ({ version: 3, at: NOON, content: { chat: 'x' } })],
    ['no object', () => 'gone'],
    [
      'an age of an hour and no chat',
      (stored: Record<string, unknown>) => ({
        ...stored,
        at: NOON - 3_600_000,
        content: { ...content, chat: null },
      }),
    ],
    [
      'a server of its own',
      (stored: Record<string, unknown>) => ({ ...stored, content: { ...content, chat: { api: 'v9' } } }),
    ],
  ] as const)('with %s is not read (F94)', async ([, change]) => {
    record().remember(content);
    tamper(change);
    expect(await record().recall()).toBeNull();
  });

  test('that is too old for its chat is read once, for what was written in it', async () => {
    record().remember(content);
    tamper((stored) => ({ ...stored, at: NOON - 300_000 }));
    expect(await record().recall()).toMatchObject({ isExpired: true, draft: 'half a sen' });
    expect(await record().recall()).toBeNull();
  });

  test('of an asynchronous chat has no age: the server knows whether it lives', async () => {
    const lasting = { ...content, order: { ...content.order, isAsync: true }, outbox: [] };
    record().remember(lasting);
    expect(await createSessionRecord(() => NOON + 30 * 86_400_000).recall()).toEqual({
      ...lasting,
      isExpired: false,
    });
  });

  const reply = {
    type: 'dial',
    serviceId: 'S1',
    number: '+4780012345',
    label: '',
    accessCode: '4182',
    expiresInSeconds: 30,
  } as const;

  test.for([
    ['an agent', { for: 'agent', serviceId: 'S1' }],
    ['the call', { for: 'call', serviceId: 'S1' }],
    ['the visitor to call', { for: 'visitor', reply, since: NOON }],
  ] as const)(
    'of an order that waits for %s is good for as long as services keep it: a day',
    async ([, waiting]) => {
      const ordered: RecordContent = { ...content, chat: null, waiting, outbox: [] };
      createSessionRecord(() => NOON).remember(ordered);
      expect(await createSessionRecord(() => NOON + 86_399_000).recall()).toEqual({
        ...ordered,
        isExpired: false,
      });
      expect(await createSessionRecord(() => NOON + 86_400_000).recall()).toBeNull();
    },
  );

  test('of a call that is booked for next week is good until a day after it', async () => {
    const desiredTime = new Date(NOON + 7 * 86_400_000).toISOString();
    const booked: RecordContent = {
      ...content,
      order: { ...order, desiredTime },
      chat: null,
      waiting: { for: 'call', serviceId: 'S1' },
      outbox: [],
    };
    createSessionRecord(() => NOON).remember(booked);
    expect(await createSessionRecord(() => NOON + 7 * 86_400_000 + 3_600_000).recall()).toEqual({
      ...booked,
      isExpired: false,
    });
    expect(await createSessionRecord(() => NOON + 8 * 86_400_000).recall()).toBeNull();
  });

  test.for([{ for: 'nobody', serviceId: 'S1' }, { for: 'call' }, { for: 'visitor', reply: {}, since: NOON }])(
    'of an order that waits for %o is not read',
    async (waiting) => {
      record().remember(content);
      tamper((stored) => ({ ...stored, content: { ...content, waiting } }));
      expect(await record().recall()).toBeNull();
    },
  );

  test('that is not JSON is not read (F94)', async () => {
    record().remember(content);
    for (const key of kept.keys()) kept.set(key, '{"version":1,');
    expect(await record().recall()).toBeNull();
  });

  test('does without storage, and says that nothing was kept (F93)', async () => {
    const refuse = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(await record().recall()).toBeNull();
    expect(record().remember(content)).toBe(false);
    expect(() => record().forget()).not.toThrow();
  });
});
