import { expect, test } from 'vitest';
import { newItem } from '../../src/session/outbox.ts';
import { recordOf } from '../../src/session/recordOf.ts';
import { after, chat, maria, batch, said, states } from './samples.ts';

const writing = {
  ...states.chat,
  outbox: [newItem('k1', 'Waits', 0)],
  draft: { text: 'half a', seed: 0 },
};

test('gives a chat up without a word to the server, and takes it up again when nobody came for it', () => {
  const record = recordOf(writing);
  if (record === null) throw new Error('nothing to hand over');
  const paused = after(writing, { type: 'handedOver' });
  expect(paused.effects).toEqual(['stopAll']);

  const back = after(paused.state, { type: 'resumed', record });
  expect(back.state).toMatchObject({ phase: 'chat', chat, draft: { text: 'half a', seed: 0 } });
  expect(back.state.outbox.map(({ key }) => key)).toEqual(['k1']);
  expect(back.effects).toEqual(['holdChat']);
});

test('keeps what was read, so that nothing is told twice when the chat comes back', () => {
  const { state } = after(states.chat, { type: 'received', batch: batch([said(1, maria, 'Hello')]) });
  const record = recordOf(state);
  if (record === null) throw new Error('nothing to hand over');
  const back = after(state, { type: 'handedOver' }, { type: 'resumed', record });
  expect(back.state.conversation).toEqual(state.conversation);
});

test('keeps apart what was written while the chat was under way, for the window that has it now', () => {
  const { state } = after(
    writing,
    { type: 'handedOver' },
    { type: 'sendRequested', key: 'k2', text: 'Meanwhile' },
  );
  expect(state.outbox.map(({ key }) => key)).toEqual(['k2']);
  expect(after(state, { type: 'movedAway' }).state).toMatchObject({ phase: 'ended', reason: 'moved' });
});

test('amends an order part by part', () => {
  const changes = { pageId: 'p-2', userData: { basket: '2' } };
  const { state } = after(states.chat, { type: 'orderAmended', changes });
  expect(state.order).toEqual({ ...states.chat.order, pageId: 'p-2', userData: { basket: '2' } });
});
