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
  expect(back.effects).toEqual(['listen']);
});

test('keeps what was read, so that nothing is told twice when the chat comes back', () => {
  const { state } = after(states.chat, { type: 'received', batch: batch([said(1, maria, 'Hello')]) });
  const record = recordOf(state);
  if (record === null) throw new Error('nothing to hand over');
  const back = after(state, { type: 'handedOver' }, { type: 'resumed', record });
  expect(back.state.conversation).toBe(state.conversation);
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

test('amends an order with what the host knows later, name by name', () => {
  const order = { ...states.chat.order, userData: { segment: 'gold', basket: '1' } };
  const { state } = after(
    { ...states.chat, order },
    {
      type: 'orderAmended',
      changes: { pageId: 'p-2', customer: { firstName: 'Ana' }, userData: { basket: '2' } },
    },
  );
  expect(state.order).toMatchObject({
    visitId: 'v-1',
    pageId: 'p-2',
    customer: { nickname: 'Visitor', firstName: 'Ana' },
    userData: { segment: 'gold', basket: '2' },
  });
});
