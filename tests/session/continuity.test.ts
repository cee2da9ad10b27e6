import { describe, expect, test } from 'vitest';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import type { SessionFact } from '../../src/session/event.ts';
import { recordOf } from '../../src/session/recordOf.ts';
import type { SessionState } from '../../src/session/state.ts';
import { after, batch, chat, happened, maria, me, said, states } from './samples.ts';

const lost: SessionFact = { type: 'linkLost', failure: { kind: 'network' }, jitter: 0 };
const received = (...events: readonly ChatEvent[]): SessionFact => ({
  type: 'received',
  batch: batch(events),
});
const counted = (last: number, ...events: readonly ChatEvent[]): SessionFact => ({
  type: 'received',
  batch: { ...batch(events), last },
});
const send = (key: string, text: string): SessionFact => ({ type: 'sendRequested', key, text });
const accepted = (key: string): SessionFact => ({ type: 'sendAccepted', key, chat });
const failed = (key: string): SessionFact => ({ type: 'sendFailed', key, failure: { kind: 'timeout' } });

function texts({ conversation }: SessionState): readonly string[] {
  return conversation.entries.map((entry) => {
    if (entry.kind === 'message') return entry.text;
    return entry.kind === 'notice' ? `(${entry.notice.type})` : entry.kind;
  });
}

const two = after(states.chat, received(said(1, maria, 'one'), said(2, maria, 'two'))).state;

describe('an answer after an outage that begins later than expected', () => {
  const holed = after(two, lost, received(said(5, maria, 'five')));

  test('is shown at once, and what is missing is asked for at once', () => {
    expect(texts(holed.state)).toEqual(['one', 'two', 'five']);
    expect(holed.effects.at(-1)).toBe('refreshNow');
    expect(holed.state.conversation.position).toBe(2);
  });

  test('is complete when the missing ones come, in their place (F18)', () => {
    const { state, effects } = after(
      holed.state,
      received(
        said(3, maria, 'three'),
        said(4, maria, 'four'),
        said(5, maria, 'five'),
        said(6, maria, 'six'),
      ),
    );
    expect(texts(state)).toEqual(['one', 'two', 'three', 'four', 'five', 'six']);
    expect(effects).not.toContain('refreshNow');
    expect(state.conversation.position).toBe(6);
  });

  test('has a mark where they are missing, once they were asked for three times (F18)', () => {
    const again = received(said(5, maria, 'five'));
    const twice = after(holed.state, again, again);
    expect(texts(twice.state)).toEqual(['one', 'two', 'five']);
    const { state, effects } = after(twice.state, again, received(said(6, maria, 'six')));
    expect(texts(state)).toEqual(['one', 'two', '(gap)', 'five', 'six']);
    expect(effects).not.toContain('refreshNow');
    expect(state.conversation.position).toBe(6);
  });

  test('has the mark at once when it is the last one', () => {
    const end = { type: 'received', batch: batch([said(5, maria, 'Bye')], true) } as const;
    const { state } = after(two, lost, end);
    expect(state.phase).toBe('ended');
    expect(texts(state)).toEqual(['one', 'two', '(gap)', 'Bye']);
  });

  test('does not hold back what the visitor writes, and knows its echo', () => {
    const { state } = after(holed.state, send('a', 'Hello'), accepted('a'), received(said(6, me, 'Hello')));
    expect(state.outbox).toEqual([]);
  });
});

test('a hole on a good line is the server’s own: nothing is asked for twice, and nothing marked', () => {
  const { state, effects } = after(two, received(said(5, maria, 'five')), received(said(6, maria, 'six')));
  expect(effects).not.toContain('refreshNow');
  expect(texts(state)).toEqual(['one', 'two', 'five', 'six']);
  expect(state.conversation.position).toBe(6);
});

describe('a server that counts anew', () => {
  const four = after(two, received(said(3, me, 'three'), said(4, maria, 'four'))).state;

  test('is read again from the start (F19)', () => {
    const { state, effects } = after(four, counted(2));
    expect(effects.at(-1)).toBe('refreshNow');
    expect(state.conversation.position).toBe(0);
    expect(texts(state)).toEqual(['one', 'two', 'three', 'four']);
  });

  test('shows nothing twice, loses nothing, and goes on (F19)', () => {
    const found = after(four, counted(2), counted(2, said(1, maria, 'one'), said(2, maria, 'two')));
    expect(texts(found.state)).toEqual(['one', 'two', 'three', 'four']);
    expect(found.state.conversation.position).toBe(2);
    const { state } = after(found.state, counted(3, said(3, maria, 'after the restart')));
    expect(texts(state)).toContain('after the restart');
    expect(texts(state)).toHaveLength(5);
    expect(new Set(state.conversation.entries.map((entry) => entry.key)).size).toBe(5);
  });

  test('finds the echo of what was under way', () => {
    const busy = after(four, send('a', 'Hello'), failed('a'), counted(2));
    const { state } = after(
      busy.state,
      counted(3, said(1, maria, 'one'), said(2, maria, 'two'), said(3, me, 'Hello')),
    );
    expect(state.outbox).toEqual([]);
    expect(texts(state)).toHaveLength(5);
  });

  test('is still told apart after a reload from what was under way when it forgot', () => {
    const known = [said(1, maria, 'one'), said(2, maria, 'two'), said(3, me, 'three')];
    const forgot = after(four, send('a', 'Hello'), failed('a'), counted(3), counted(3, ...known));
    const record = recordOf(forgot.state);
    if (record === null) throw new Error('A chat has a record');
    const back = after(states.loading, { type: 'resumed', record }, { type: 'holdGained' });
    const { state } = after(back.state, received(...known));
    expect(state.outbox.map((item) => item.state)).toEqual(['checking']);
  });

  test('is not believed again when it had all along what it seemed to have lost', () => {
    const all = [said(1, maria, 'one'), said(2, maria, 'two'), said(3, me, 'three'), said(4, maria, 'four')];
    const back = after(four, counted(2), counted(4, ...all));
    expect(texts(back.state)).toEqual(['one', 'two', 'three', 'four']);
    const { state, effects } = after(back.state, counted(1), counted(1));
    expect(effects).not.toContain('refreshNow');
    expect(state.conversation.position).toBe(4);
  });
});

test('a number that leaps beyond all reason is not believed, and shown once however often it comes (F20)', () => {
  const leap = [said(2_000_000_000, maria, 'far'), happened('left', 1_999_999_999, maria)];
  const { state } = after(two, received(...leap), received(...leap), received(said(3, maria, 'three')));
  expect(state.conversation.position).toBe(3);
  expect(texts(state).filter((text) => text === 'far')).toHaveLength(1);
  expect(texts(state).filter((text) => text === '(left)')).toHaveLength(1);
});

describe('a message that was given up', () => {
  const undelivered = after(
    states.chat,
    send('a', 'Helo'),
    failed('a'),
    ...Array.from({ length: 14 }, () => received()),
  ).state;

  test('is shown as sent when it arrives after all, although it was discarded', () => {
    expect(undelivered.outbox).toMatchObject([{ state: 'undelivered' }]);
    const { state } = after(
      undelivered,
      { type: 'discardRequested', key: 'a' },
      received(said(1, me, 'Helo')),
    );
    expect(state.conversation.entries).toMatchObject([{ key: 'a', text: 'Helo' }]);
  });

  test('leaves nothing to send in the composer when it was only taken back', () => {
    const { state } = after(undelivered, { type: 'editRequested', key: 'a' }, received(said(1, me, 'Helo')));
    expect(state.draft.text).toBe('');
  });

  test('does not stand for the one that was written instead', () => {
    const { state } = after(
      undelivered,
      { type: 'editRequested', key: 'a' },
      { type: 'draftChanged', text: 'Hello there' },
      send('b', 'Hello there'),
      received(said(1, me, 'Helo')),
      failed('b'),
    );
    expect(state.outbox).toMatchObject([{ key: 'b', state: 'checking' }]);
  });

  test('and sent again is one row when both arrive, also with another in between', () => {
    const again = after(undelivered, { type: 'resendRequested', key: 'a' }, accepted('a'), send('b', 'More'));
    const { state } = after(
      again.state,
      accepted('b'),
      received(said(1, me, 'Helo'), said(2, me, 'More'), said(3, me, 'Helo')),
    );
    expect(state.conversation.entries).toMatchObject([
      { key: 'a', copies: [3] },
      { key: 'b', copies: [] },
    ]);
  });
});

describe('a chat that another window writes in as well', () => {
  const shared = after(two, received(said(3, me, 'from the other window'))).state;

  test('shows what was written there, once', () => {
    expect(texts(shared)).toEqual(['one', 'two', 'from the other window']);
  });

  test('takes nothing from there for the altered echo of its own', () => {
    const { state } = after(shared, send('a', 'mine'), received(said(4, me, 'theirs')), failed('a'));
    expect(state.outbox).toMatchObject([{ key: 'a', state: 'checking' }]);
    expect(texts(state)).toContain('theirs');
  });

  test('shows the same words of both', () => {
    const { state } = after(
      shared,
      send('a', 'yes'),
      accepted('a'),
      received(said(4, me, 'yes')),
      received(said(5, me, 'yes')),
    );
    expect(texts(state).filter((text) => text === 'yes')).toHaveLength(2);
  });
});
