import { describe, expect, test } from 'vitest';
import type { SessionFact } from '../../src/session/event.ts';
import { newItem } from '../../src/session/outbox.ts';
import type { RecordContent } from '../../src/session/recordOf.ts';
import { recordOf } from '../../src/session/recordOf.ts';
import { selectStatus } from '../../src/session/selectors.ts';
import { after, batch, chat, maria, me, NOON, order, said, states } from './samples.ts';

const empty: RecordContent = { order, chat, waiting: null, failure: null, outbox: [], draft: '' };
const send = (key: string, text: string): SessionFact => ({ type: 'sendRequested', key, text });
const gained: SessionFact = { type: 'holdGained' };
const taken: SessionFact = { type: 'holdTaken' };

function resumed(record: RecordContent, ...facts: readonly SessionFact[]) {
  return after(states.loading, { type: 'resumed', record }, ...facts);
}

describe('a window with a chat that another may have', () => {
  test('asks whether it is free before it asks GMS anything', () => {
    expect(resumed(empty).effects).toEqual(['holdChat']);
    expect(resumed(empty, gained).effects).toEqual(['holdChat', 'listen']);
    expect(resumed(empty, taken, { type: 'wokeUp' }, { type: 'retryRequested' }).effects).toEqual([
      'holdChat',
    ]);
  });

  test('says that it is elsewhere, and sends nothing', () => {
    const { state, effects } = resumed(empty, taken, send('a', 'Hello'), { type: 'draftChanged', text: 'H' });
    expect(selectStatus(state)).toBe('notConnected');
    expect(effects).toEqual(['holdChat']);
  });

  test('takes over with what the other one kept last', () => {
    const theirs = { ...newItem('t', 'Under way', NOON), state: 'sending', baseline: 3 } as const;
    const back = resumed(
      { ...empty, outbox: [newItem('s', 'Sent by them meanwhile', NOON)], draft: 'old' },
      taken,
      { type: 'mirrored', record: { ...empty, outbox: [theirs], draft: 'half a sen' } },
      { type: 'takeOverRequested' },
      gained,
    );
    expect(back.effects).toEqual(['holdChat', 'takeOver', 'listen']);
    expect(back.state.draft.text).toBe('half a sen');
    expect(back.state.outbox).toMatchObject([{ key: 't', state: 'checking' }]);
    const told = after(back.state, { type: 'received', batch: batch([said(4, me, 'Under way')]) });
    expect(told.effects).not.toContain('send');
    expect(told.state.outbox).toEqual([]);
  });

  test('keeps what was written in it before it knew', () => {
    const { state } = resumed(
      { ...empty, outbox: [newItem('s', 'Settled meanwhile', NOON)] },
      send('own', 'Written here'),
      { type: 'mirrored', record: empty },
    );
    expect(state.outbox.map((item) => item.key)).toEqual(['own']);
  });

  test('is over when the other one ends it', () => {
    const { state, effects } = resumed(empty, taken, { type: 'endedElsewhere' });
    expect(state).toMatchObject({ phase: 'ended', reason: 'server' });
    expect(effects).toEqual(['holdChat', 'stopAll']);
  });
});

describe('the window that has the chat', () => {
  test('makes sure of it once the first screen is done', () => {
    const opened = after(states.starting, { type: 'chatOpened', batch: batch() });
    expect(opened.effects).not.toContain('holdChat');
    expect(after(opened.state, { type: 'timerFired', timer: 'hold' }).effects).toEqual(['holdChat']);
  });

  test('gives it away on request, with everything that is under way', () => {
    const busy = after(states.chat, send('a', 'One'), send('b', 'Two'));
    const given = after(busy.state, { type: 'holdWanted' });
    expect(given.effects).toEqual(['yieldChat']);
    expect(recordOf(given.state)?.outbox.map((item) => item.state)).toEqual(['sending', 'queued']);
    const later = after(given.state, { type: 'sendAccepted', key: 'a', chat }, { type: 'wokeUp' });
    expect(later.effects).toEqual([]);
  });

  test('does not send again what the other one has settled, when it gets the chat back', () => {
    const busy = after(states.chat, send('a', 'One'), send('b', 'Two'), { type: 'holdWanted' });
    const back = after(busy.state, { type: 'mirrored', record: empty }, gained, {
      type: 'received',
      batch: batch([said(1, me, 'One'), said(2, me, 'Two'), said(3, maria, 'Thanks')]),
    });
    expect(back.effects).not.toContain('send');
    expect(back.state.outbox).toEqual([]);
    expect(back.state.conversation.entries).toHaveLength(3);
  });

  test('knows that it was taken away', () => {
    expect(after(states.chat, taken)).toMatchObject({ state: { hold: 'elsewhere' }, effects: ['yieldChat'] });
  });
});

describe('a chat that is taken up too late', () => {
  const late = resumed({
    ...empty,
    isExpired: true,
    outbox: [
      newItem('a', 'Never left', NOON),
      { ...newItem('b', 'Under way', NOON), state: 'sending', baseline: 2 },
    ],
    draft: 'half a sen',
  });

  test('is over, says so, and asks nobody', () => {
    expect(late.state).toMatchObject({ phase: 'ended', reason: 'away' });
    expect(late.effects).toEqual(['stopAll']);
  });

  test('keeps every word, and says what became of it', () => {
    expect(late.state.draft.text).toBe('half a sen');
    expect(late.state.outbox).toMatchObject([{ state: 'undelivered' }, { state: 'checking' }]);
    const anew = after(late.state, { type: 'restartRequested' });
    expect(anew.state.draft.text).toBe('Never left\nUnder way\nhalf a sen');
  });
});
