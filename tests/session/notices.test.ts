import { expect, test } from 'vitest';
import type { ChatEvent, Sender } from '../../src/session/chatEvent.ts';
import type { SessionState } from '../../src/session/state.ts';
import { selectTypist } from '../../src/session/selectors.ts';
import { transition } from '../../src/session/transition.ts';
import { after, batch, event, happened, jonas, maria, me, states } from './samples.ts';

const ingrid: Sender = { id: '7', role: 'supervisor', name: 'Ingrid' };

function notice(index: number, from: Sender, text: string): ChatEvent {
  return { type: 'signalled', isCustom: true, index, at: null, from, text };
}

function passedOn(state: SessionState, ...events: readonly ChatEvent[]) {
  const [next, ...effects] = transition(state, event({ type: 'received', batch: batch(events) }));
  const notices = effects.flatMap((effect) => (effect.type === 'passOn' ? [effect.notice] : []));
  return { next, notices };
}

test('custom notices are passed on once, in their order, and never shown (TV-15)', () => {
  const internal: ChatEvent = { type: 'signalled', index: 23, at: null, from: maria, text: 'keyword' };
  const events = [notice(21, me, 'cobrowse:start'), notice(22, maria, '{"kind":"survey"}'), internal];
  const first = passedOn(states.chat, ...events);
  expect(first.notices).toEqual([
    { text: 'cobrowse:start', role: 'me' },
    { text: '{"kind":"survey"}', role: 'agent' },
  ]);
  expect(first.next.conversation.entries).toEqual([]);
  expect(passedOn(first.next, ...events).notices).toEqual([]);
});

test('custom notices that are only read again after a reload were passed on before', () => {
  const resumed = { ...states.chat, link: { ...states.chat.link, isCatchingUp: true } };
  expect(passedOn(resumed, notice(21, maria, 'old')).notices).toEqual([]);
});

test('a supervisor types unseen, an agent does not', () => {
  const quiet = after(states.chat, {
    type: 'received',
    batch: batch([happened('typingStarted', 1, ingrid)]),
  });
  expect(selectTypist(quiet.state)).toBeNull();
  const { state } = after(states.chat, {
    type: 'received',
    batch: batch([happened('typingStarted', 1, jonas)]),
  });
  expect(selectTypist(state)).toMatchObject({ name: 'Jonas' });
});
