import { describe, expect, test } from 'vitest';
import { asyncPhases } from '../../src/session/asyncPhases.ts';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import type { SessionFact } from '../../src/session/event.ts';
import type { OutboxItem } from '../../src/session/outbox.ts';
import { newItem } from '../../src/session/outbox.ts';
import { LAST_EVENT } from '../../src/session/pages.ts';
import type { Batch } from '../../src/session/ports.ts';
import type { SessionState } from '../../src/session/state.ts';
import { transitionBy } from '../../src/session/transitionBy.ts';
import { afterBy, batch, happened, jonas, maria, me, NOON, order, said, states } from './samples.ts';

const step = transitionBy(() => asyncPhases);
const after = (state: SessionState, ...facts: readonly SessionFact[]) => afterBy(step, state, ...facts);

const record = {
  order: { ...order, isAsync: true, chatVia: 'chat' },
  chat: { api: 'v2', chatId: 'C1', userId: 'U1', secureKey: 'K1', alias: '204' },
  waiting: null,
  failure: null,
  outbox: [],
  draft: '',
} as const;

/** A server with so many messages; everything it answers goes to its end. */
function server(count: number, more: readonly ChatEvent[] = []) {
  const events = [
    ...Array.from({ length: count }, (_, place) => said(place + 1, maria, `Message ${place + 1}`)),
    ...more,
  ];
  return (page: number, changes: Partial<Batch> = {}): SessionFact => {
    const asked = page === LAST_EVENT ? events.slice(-1) : events.filter(({ index }) => (index ?? 0) > page);
    return {
      type: 'received',
      batch: { ...batch(asked), last: events.length, page, ...changes },
    };
  };
}

/** The same as an ordinary answer. */
function plain(fact: SessionFact): SessionFact {
  const { page: _, ...rest } = batchOf(fact);
  return { type: 'received', batch: rest };
}

function resumed(outbox: readonly OutboxItem[] = []): SessionState {
  const { state } = after(
    states.loading,
    { type: 'resumed', record: { ...record, outbox } },
    { type: 'holdGained' },
  );
  return state;
}

function indexes({ conversation }: SessionState): readonly (number | null)[] {
  return conversation.entries.map(({ index }) => index);
}

function upTo(last: number, first = 1): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

describe('a chat that is taken up again', () => {
  test('asks for the last event alone, and then for the last twenty (TV-44)', () => {
    const state = resumed();
    expect(state.conversation.pages).toEqual({ start: 0, wish: LAST_EVENT });
    const asked = after(state, server(57)(LAST_EVENT));
    expect(asked.state.conversation).toMatchObject({
      position: 0,
      entries: [],
      pages: { start: 0, wish: 37 },
    });
    expect(asked.effects).toEqual(['refreshNow']);
    const read = after(asked.state, server(57)(37));
    expect(indexes(read.state)).toEqual(upTo(57, 38));
    expect(read.state.conversation).toMatchObject({
      position: 57,
      newest: 57,
      pages: { start: 37, wish: null },
    });
    expect(read.state).toMatchObject({ link: { isCatchingUp: false } });
  });

  test('is read as a whole when it is short', () => {
    const { state } = after(resumed(), server(5)(LAST_EVENT), server(5)(0));
    expect(indexes(state)).toEqual(upTo(5));
    expect(state.conversation.pages).toEqual({ start: 0, wish: null });
  });

  test('goes on from its end, and its page is asked for once', () => {
    const { state } = after(resumed(), server(57)(LAST_EVENT), server(57)(37), plain(server(58)(57)));
    expect(indexes(state)).toEqual(upTo(58, 38));
    expect(state.conversation).toMatchObject({ position: 58, pages: { start: 37, wish: null } });
  });

  test('takes what a server tells that does not know how to tell the last event alone', () => {
    const { state, effects } = after(
      resumed(),
      server(30)(LAST_EVENT, { events: batchOf(server(30)(0)).events }),
    );
    expect(indexes(state)).toEqual(upTo(30));
    expect(state.conversation.pages).toEqual({ start: 0, wish: null });
    expect(effects).not.toContain('refreshNow');
  });

  test('looks for what was under way however far back it may be', () => {
    const sent = { ...newItem('k1', 'Mine', NOON), state: 'sending', baseline: 9, attempts: 1 } as const;
    const held = server(9, [
      said(10, me, 'Mine'),
      ...upTo(60, 11).map((index) => said(index, maria, 'More')),
    ]);
    const asked = after(resumed([sent]), held(LAST_EVENT));
    expect(asked.state.conversation.pages?.wish).toBe(9);
    const { state } = after(asked.state, held(9));
    expect(state.outbox).toEqual([]);
    expect(state.conversation.entries[0]).toMatchObject({ key: 'k1', text: 'Mine' });
  });

  test('that is dead ended while the visitor was away, and nothing is opened instead', () => {
    const over: SessionFact = { type: 'linkLost', failure: { kind: 'over' }, jitter: 0 };
    const { state, effects } = after(resumed(), over);
    expect(state).toMatchObject({ phase: 'ended', reason: 'away' });
    expect(effects).toEqual(['stopAll']);
    const late = after(resumed(), server(57)(LAST_EVENT), over);
    expect(late.state).toMatchObject({ phase: 'ended', reason: 'away' });
  });

  test('that has ended meanwhile still shows its last page, and who ended it', () => {
    const held = server(29, [happened('left', 30, maria), happened('left', 31, me)]);
    const { state } = after(resumed(), held(LAST_EVENT, { isEnded: true }), held(11, { isEnded: true }));
    expect(state).toMatchObject({ phase: 'ended', reason: 'agent' });
    expect(state.conversation.entries[0]).toMatchObject({ index: 12 });
  });

  test('asks again after a failure, for the same page', () => {
    const lost: SessionFact = { type: 'linkLost', failure: { kind: 'network' }, jitter: 0 };
    const { state } = after(resumed(), server(57)(LAST_EVENT), lost, { type: 'timerFired', timer: 'retry' });
    expect(state.conversation.pages).toEqual({ start: 0, wish: 37 });
  });

  test('goes on from where it was when it could not move to another window', () => {
    const { state } = after(
      resumed(),
      server(57)(LAST_EVENT),
      server(57)(37),
      { type: 'handedOver' },
      { type: 'resumed', record },
      { type: 'holdGained' },
      plain(server(58)(57)),
    );
    expect(indexes(state)).toEqual(upTo(58, 38));
    expect(state.conversation.pages).toEqual({ start: 37, wish: null });
  });

  test('of a site without asynchronous chats is read from its beginning', () => {
    const plain = after(states.loading, {
      type: 'resumed',
      record: { ...record, order },
    });
    expect(plain.state.conversation.pages).toBeUndefined();
  });
});

describe('what was said earlier', () => {
  const read = after(resumed(), server(57)(LAST_EVENT), server(57)(37)).state;

  test('is asked for twenty by twenty, and put before what is there', () => {
    const asked = after(read, { type: 'earlierRequested' });
    expect(asked.state.conversation.pages).toEqual({ start: 37, wish: 17 });
    expect(asked.effects).toEqual(['refreshNow']);
    const first = after(asked.state, server(57)(17)).state;
    expect(indexes(first)).toEqual(upTo(57, 18));
    const second = after(first, { type: 'earlierRequested' }, server(57)(0)).state;
    expect(indexes(second)).toEqual(upTo(57));
    expect(second.conversation.pages).toEqual({ start: 0, wish: null });
    expect(after(second, { type: 'earlierRequested' }).state).toBe(second);
  });

  test('leaves where reading goes on as it is', () => {
    const { state } = after(read, { type: 'earlierRequested' }, server(57)(17));
    expect(state.conversation).toMatchObject({ position: 57, newest: 57, gap: null });
  });

  test('is asked for once, however often it is wished for', () => {
    const asked = after(read, { type: 'earlierRequested' }).state;
    expect(after(asked, { type: 'earlierRequested' }).state).toBe(asked);
  });

  test('is not mistaken for an answer that was under way before', () => {
    const { state } = after(read, { type: 'earlierRequested' }, plain(server(58)(57)));
    expect(indexes(state)).toEqual(upTo(58, 38));
    expect(state.conversation.pages).toEqual({ start: 37, wish: 17 });
  });

  test('may bring news along, which is news', () => {
    const { state } = after(read, { type: 'earlierRequested' }, server(59)(17));
    expect(indexes(state)).toEqual(upTo(59, 18));
    expect(state.conversation.position).toBe(59);
  });

  test('says who is still there, and nothing about who is typing', () => {
    const joined = [happened('joined', 3, jonas), happened('typingStarted', 4, jonas)];
    const page = upTo(57, 1).map((index) => said(index, maria, 'Hello'));
    const events = page.map((event) => joined.find(({ index }) => index === event.index) ?? event);
    const { state } = after(
      read,
      { type: 'earlierRequested' },
      server(57)(17),
      { type: 'earlierRequested' },
      { type: 'received', batch: { ...batch(events), last: 57, page: 0 } },
    );
    expect(state.conversation.participants[jonas.id]).toMatchObject({ isPresent: true, typingSince: null });
  });

  test('knows of files that were taken back since', () => {
    const file = (index: number): ChatEvent => ({
      type: 'fileShared',
      fileId: 'f-1',
      name: 'a.pdf',
      size: 1,
      index,
      at: NOON,
      from: maria,
    });
    const removed: ChatEvent = { type: 'fileRemoved', fileId: 'f-1', index: 57, at: NOON, from: maria };
    const events = upTo(56).map((index) => (index === 20 ? file(20) : said(index, maria, 'Hello')));
    const { state } = after(
      read,
      { type: 'earlierRequested' },
      { type: 'received', batch: { ...batch([...events.slice(17), removed]), last: 57, page: 17 } },
    );
    expect(state.conversation.entries.find(({ kind }) => kind === 'file')).toMatchObject({ isRemoved: true });
  });

  test('is looked for further back when a page has nothing for visitors', () => {
    const hidden = server(57)(17);
    const { state, effects } = after(
      read,
      { type: 'earlierRequested' },
      {
        type: 'received',
        batch: {
          ...batchOf(hidden),
          events: batchOf(hidden).events.filter(({ index }) => (index ?? 0) > 37),
        },
      },
    );
    expect(state.conversation.pages).toEqual({ start: 17, wish: 0 });
    expect(effects.at(-1)).toBe('refreshNow');
  });

  test('is not read again when the server counts anew', () => {
    const rewound = after(read, plain(server(54)(57)));
    expect(rewound.state.conversation).toMatchObject({ position: 37, pages: { start: 37, wish: null } });
    const { state } = after(rewound.state, plain(server(54)(37)));
    expect(indexes(state).filter((index) => index !== null)).toEqual(upTo(54, 38));
  });
});

function batchOf(fact: SessionFact): Batch {
  if (fact.type !== 'received') throw new Error('Not an answer');
  return fact.batch;
}
