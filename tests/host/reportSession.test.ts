import { expect, test } from 'vitest';
import type { ConsoleMessage } from '../../src/host/messages.ts';
import { countIncoming, reportChange } from '../../src/host/reportSession.ts';
import { applyEvents } from '../../src/session/conversation.ts';
import { maria, NOON, said, states } from '../session/samples.ts';

test('what was said before the part of a chat that had been read is no news to a host', () => {
  const [read] = applyEvents(states.chat.conversation, [], [said(38, maria, 'Late')], NOON);
  const [whole] = applyEvents(
    states.chat.conversation,
    [],
    [said(20, maria, 'Early'), said(38, maria, 'Late'), said(39, maria, 'New')],
    NOON,
  );
  const before = { ...states.chat, conversation: { ...read, pages: { start: 37, wish: 17 } } };
  const after = { ...states.chat, conversation: { ...whole, pages: { start: 17, wish: null } } };
  const told: ConsoleMessage[] = [];
  reportChange(before, after, {
    sharesText: true,
    sharesSession: false,
    say: (message) => told.push(message),
  });
  expect(told).toEqual([{ type: 'message', from: 'agent', count: 2, text: 'New' }]);
  expect(countIncoming(before, after)).toBe(1);
});
