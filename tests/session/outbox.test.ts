import { describe, expect, test } from 'vitest';
import type { SessionFact } from '../../src/session/event.ts';
import { newItem } from '../../src/session/outbox.ts';
import { recordOf } from '../../src/session/recordOf.ts';
import { transition } from '../../src/session/transition.ts';
import { after, batch, chat, event, happened, maria, me, NOON, said, states } from './samples.ts';

const send = (key: string, text: string): SessionFact => ({ type: 'sendRequested', key, text });
const accepted = (key: string): SessionFact => ({ type: 'sendAccepted', key, chat });
const failed = (
  key: string,
  failure: Extract<SessionFact, { type: 'sendFailed' }>['failure'],
): SessionFact => ({
  type: 'sendFailed',
  key,
  failure,
});
const received = (...events: Parameters<typeof batch>[0] & object): SessionFact => ({
  type: 'received',
  batch: batch(events),
});
const nothing = received();

function shown(state: ReturnType<typeof after>['state']) {
  return [
    ...state.conversation.entries.flatMap((entry) =>
      entry.kind === 'message' ? [[entry.key, 'in transcript']] : [],
    ),
    ...state.outbox.map((item) => [item.key, item.state]),
  ];
}

describe('an answer to a rich message', () => {
  const choose: SessionFact = { type: 'sendRequested', key: 'a', text: 'Yes', answers: 3 };

  test('names it when it is sent, and leaves what is being written alone', () => {
    const [state, effect] = transition(
      { ...states.chat, draft: { text: 'half a sen', seed: 0 } },
      event(choose),
    );
    expect(effect).toEqual({ type: 'send', key: 'a', text: 'Yes', answers: 3 });
    expect(state.draft.text).toBe('half a sen');
  });

  test('is known in the transcript, whether or not the server hands back what it answers', () => {
    const { state } = after(states.chat, choose, received(said(4, me, 'Yes')));
    expect(state.conversation.entries).toMatchObject([{ key: 'a', text: 'Yes', answers: 3 }]);
    const told = after(states.chat, received(said(4, me, 'Yes', { answers: 3 })));
    expect(told.state.conversation.entries).toMatchObject([{ text: 'Yes', answers: 3 }]);
  });
});

test('a message that was written takes the draft with it', () => {
  const { state } = after(states.chat, { type: 'draftChanged', text: 'Hello' }, send('a', 'Hello'));
  expect(state.draft.text).toBe('');
});

describe('an own message', () => {
  test('appears at once, is sent, and becomes a transcript row under the same key (F57)', () => {
    const sent = after(states.chat, send('a', 'Hello'));
    expect(shown(sent.state)).toEqual([['a', 'sending']]);
    expect(sent.effects).toContain('send');
    const echoed = after(sent.state, accepted('a'), received(said(1, me, 'Hello')));
    expect(shown(echoed.state)).toEqual([['a', 'in transcript']]);
  });

  test('is one row when the echo comes before the answer of the send (F56)', () => {
    const { state } = after(states.chat, send('a', 'Hello'), received(said(1, me, 'Hello')), accepted('a'));
    expect(shown(state)).toEqual([['a', 'in transcript']]);
  });

  test('is not called sent before its echo, and is called so after three good answers without one (F58)', () => {
    const taken = after(states.chat, send('a', 'Hello'), accepted('a'), nothing, nothing);
    expect(shown(taken.state)).toEqual([['a', 'sending']]);
    expect(shown(after(taken.state, nothing).state)).toEqual([['a', 'sent']]);
  });

  test('waits while another is under way, and leaves in the order of typing', () => {
    const one = after(states.chat, send('a', 'One'), send('b', 'Two'), send('c', 'Three'));
    expect(one.effects.filter((effect) => effect === 'send')).toHaveLength(1);
    expect(shown(one.state)).toEqual([
      ['a', 'sending'],
      ['b', 'queued'],
      ['c', 'queued'],
    ]);
    expect(shown(after(one.state, accepted('a')).state)).toEqual([
      ['a', 'sending'],
      ['b', 'sending'],
      ['c', 'queued'],
    ]);
  });

  test('waits in every phase before the chat, and goes as soon as it is open (F63)', () => {
    const { state, effects } = after(states.starting, send('a', 'Hello'), {
      type: 'chatOpened',
      batch: batch(),
    });
    expect(effects).toContain('send');
    expect(shown(state)).toEqual([['a', 'sending']]);
  });

  test('is not sent twice when its key comes twice', () => {
    const { effects } = after(states.chat, send('a', 'Hello'), send('a', 'Hello'));
    expect(effects.filter((effect) => effect === 'send')).toHaveLength(1);
  });

  test('that is blank is nothing', () => {
    expect(after(states.chat, send('a', ' \n ')).state.outbox).toEqual([]);
  });

  test('typed twice on purpose is two rows, claimed one to one (F60)', () => {
    const { state } = after(
      states.chat,
      send('a', 'yes'),
      accepted('a'),
      send('b', 'yes'),
      accepted('b'),
      received(said(1, me, 'yes'), said(2, me, 'yes')),
    );
    expect(shown(state)).toEqual([
      ['a', 'in transcript'],
      ['b', 'in transcript'],
    ]);
  });

  test.for([
    ['trims', '  Hello  ', 'Hello'],
    ['escapes', 'a < b & c', 'a &lt; b &amp; c'],
    ['changes line ends of', 'a\nb', 'a\r\nb'],
    ['cuts', `${'long '.repeat(40)}end`, 'long '.repeat(40).trim()],
    ['censors', 'darn it', '**** it'],
  ] as const)('settles although the server %s it (F59)', ([, typed, stored]) => {
    const { state } = after(states.chat, send('a', typed), accepted('a'), received(said(1, me, stored)));
    expect(shown(state)).toEqual([['a', 'in transcript']]);
  });
});

describe('a message that the server has twice', () => {
  const sent = after(
    states.chat,
    send('a', 'Hello'),
    accepted('a'),
    received(said(1, me, 'Hello'), said(2, me, 'Hello')),
  );

  test('is one row that knows it, however often it is delivered', () => {
    const again = after(sent.state, received(said(1, me, 'Hello'), said(2, me, 'Hello')));
    expect(again.state.conversation.entries).toMatchObject([{ key: 'a', index: 1, copies: [2] }]);
  });

  test('is not taken for the altered echo of the next one', () => {
    const { state } = after(
      states.chat,
      send('a', 'Hello'),
      accepted('a'),
      received(said(1, me, 'Hello')),
      send('b', 'Still there?'),
      received(said(2, me, 'Hello')),
      received(said(3, me, 'Still there?')),
    );
    expect(shown(state)).toEqual([
      ['a', 'in transcript'],
      ['b', 'in transcript'],
    ]);
  });

  test('is two rows when an earlier page said it twice', () => {
    const { state } = after(states.chat, received(said(1, me, 'yes'), said(2, me, 'yes')));
    expect(state.conversation.entries).toHaveLength(2);
  });
});

describe('a message whose fate is unknown', () => {
  const doubted = after(states.chat, send('a', 'Hello'), failed('a', { kind: 'timeout' }));

  test('is being checked, is looked for at once, and is never sent again by itself', () => {
    expect(shown(doubted.state)).toEqual([['a', 'checking']]);
    expect(doubted.effects).toContain('refreshNow');
    const much = after(doubted.state, ...Array.from({ length: 30 }, () => nothing));
    expect(much.effects).not.toContain('send');
  });

  test('is sent when the echo is there', () => {
    expect(shown(after(doubted.state, received(said(1, me, 'Hello'))).state)).toEqual([
      ['a', 'in transcript'],
    ]);
  });

  test('is undelivered only after two good answers, the last ten seconds after the doubt', () => {
    const early = after(doubted.state, ...Array.from({ length: 9 }, () => nothing));
    expect(shown(early.state)).toEqual([['a', 'checking']]);
    const [late] = transition(early.state, event(nothing, NOON + 12_000));
    expect(shown(late)).toEqual([['a', 'undelivered']]);
  });

  test('holds back those behind it', () => {
    expect(shown(after(doubted.state, send('b', 'Still there?')).state)).toEqual([
      ['a', 'checking'],
      ['b', 'queued'],
    ]);
  });

  test('wins with a late echo, also after it was called undelivered', () => {
    const before = {
      ...states.chat,
      outbox: [{ ...newItem('a', 'Hello', NOON), state: 'undelivered', baseline: 0 } as const],
    };
    expect(shown(after(before, received(said(1, me, 'Hello'))).state)).toEqual([['a', 'in transcript']]);
  });

  test('is not settled by an older own message of the same text', () => {
    const before = { ...states.chat, conversation: { ...states.chat.conversation, position: 5, newest: 5 } };
    const { state } = after(
      before,
      send('a', 'Hello'),
      failed('a', { kind: 'network' }),
      received(said(3, me, 'Hello')),
    );
    expect(state.outbox.map((item) => item.state)).toEqual(['checking']);
  });
});

describe('a message that did not get through', () => {
  const lost = {
    ...states.chat,
    outbox: [{ ...newItem('a', 'Hello', NOON), state: 'undelivered', baseline: 0 } as const],
  };

  test('goes once when it is sent again twice (F66)', () => {
    const { effects } = after(
      lost,
      { type: 'resendRequested', key: 'a' },
      { type: 'resendRequested', key: 'a' },
    );
    expect(effects).toEqual(['send']);
  });

  test('comes back into the composer to be edited, before what stands there', () => {
    const { state } = after(
      lost,
      { type: 'draftChanged', text: 'and more' },
      { type: 'editRequested', key: 'a' },
    );
    expect(state.outbox).toEqual([]);
    expect(state.draft).toEqual({ text: 'Hello\nand more', seed: 1 });
  });

  test('is gone when discarded, and the next one leaves', () => {
    const { state, effects } = after(lost, send('b', 'Next'), { type: 'discardRequested', key: 'a' });
    expect(effects).toContain('send');
    expect(shown(state)).toEqual([['b', 'sending']]);
  });

  test.for([
    [{ kind: 'refused', status: 413 }, 'rejected'],
    [{ kind: 'unauthorised', status: 403 }, 'rejected'],
    [{ kind: 'missing', status: 404 }, 'rejected'],
    [{ kind: 'temporary' }, 'checking'],
    [{ kind: 'server', status: 502 }, 'checking'],
    [{ kind: 'unreadable' }, 'checking'],
    [{ kind: 'busy', status: 429, retryAfterMs: 7_000 }, 'queued'],
    [{ kind: 'offline' }, 'queued'],
  ] as const)('after %o is %s, and the chat goes on', ([failure, expected]) => {
    const { state } = after(states.chat, send('a', 'Hello'), failed('a', failure));
    expect(state.phase).toBe('chat');
    expect(shown(state)).toEqual([['a', expected]]);
  });

  test('goes again not before the time the server asked for', () => {
    const busy = after(
      states.chat,
      send('a', 'Hello'),
      failed('a', { kind: 'busy', status: 429, retryAfterMs: 7_000 }),
    );
    expect(after(busy.state, nothing, nothing).effects).not.toContain('send');
    const [, ...effects] = transition(
      busy.state,
      event({ type: 'timerFired', timer: 'sendAgain' }, NOON + 8_001),
    );
    expect(effects.map((effect) => effect.type)).toContain('send');
  });

  test('is looked for once more when the server says with it that the chat is over: the last answer decides', () => {
    const said = after(states.chat, send('a', 'Hello'), failed('a', { kind: 'over', code: 249 }));
    expect(said.state.phase).toBe('chat');
    expect(said.effects).toContain('refreshNow');
    const lost = after(said.state, { type: 'linkLost', failure: { kind: 'over' }, jitter: 0 });
    expect(lost.state).toMatchObject({ phase: 'ended', reason: 'lost' });
    expect(shown(lost.state)).toEqual([['a', 'checking']]);
  });
});

describe('the outbox at the end and after a reload', () => {
  test('calls sent what the server took before the end, and undelivered what never left', () => {
    const { state } = after(
      states.chat,
      send('a', 'Taken'),
      accepted('a'),
      send('b', 'Under way'),
      send('c', 'Waiting'),
      { type: 'received', batch: batch([happened('left', 1, maria)], true) },
    );
    expect(shown(state)).toEqual([
      ['a', 'sent'],
      ['b', 'sending'],
      ['c', 'undelivered'],
    ]);
  });

  test('tells what became of a message that was under way at the end', () => {
    const ended = after(states.chat, send('a', 'Bye'), { type: 'endRequested' });
    expect(shown(ended.state)).toEqual([['a', 'sending']]);
    expect(shown(after(ended.state, accepted('a')).state)).toEqual([['a', 'sent']]);
    expect(shown(after(ended.state, failed('a', { kind: 'timeout' })).state)).toEqual([['a', 'checking']]);
    expect(shown(after(ended.state, failed('a', { kind: 'refused' })).state)).toEqual([['a', 'undelivered']]);
  });

  test('checks after a reload what was under way, and sends nothing before the first good answer', () => {
    const under = { ...newItem('a', 'Hello', NOON), state: 'sending', baseline: 4 } as const;
    const outbox = [under, newItem('b', 'Next', NOON)];
    const { order } = states.chat;
    const record = { order, chat, waiting: null, failure: null, outbox, draft: '' };
    const back = after(states.loading, { type: 'resumed', record }, { type: 'holdGained' });
    expect(shown(back.state)).toEqual([
      ['a', 'checking'],
      ['b', 'queued'],
    ]);
    const read = after(back.state, received(said(1, me, 'Hello'), said(5, me, 'Hello')));
    expect(shown(read.state)).toEqual([
      ['index-1', 'in transcript'],
      ['a', 'in transcript'],
      ['b', 'sending'],
    ]);
  });

  test('still knows after a reload what was given up before', () => {
    const lost = { ...newItem('a', 'Hello', NOON), state: 'undelivered', attempts: 1, baseline: 0 } as const;
    const before = { ...states.chat, outbox: [lost] };
    const given = after(before, { type: 'discardRequested', key: 'a' }, send('b', 'Next'));
    const record = recordOf(given.state);
    if (record === null) throw new Error('A chat has a record');
    const back = after(states.loading, { type: 'resumed', record }, { type: 'holdGained' });
    const { state } = after(back.state, received(said(1, me, 'Hello')));
    expect(shown(state)).toEqual([
      ['a', 'in transcript'],
      ['b', 'checking'],
    ]);
  });

  test('does not take after a reload the echo of one message for that of the next', () => {
    const sent = after(
      states.chat,
      send('a', 'One'),
      accepted('a'),
      send('b', 'Two'),
      received(said(1, me, 'One')),
      failed('b', { kind: 'network' }),
    );
    const record = recordOf(sent.state);
    if (record === null) throw new Error('A chat has a record');
    const back = after(states.loading, { type: 'resumed', record }, { type: 'holdGained' });
    const { state } = after(back.state, received(said(1, me, 'One')));
    expect(shown(state)).toEqual([
      ['index-1', 'in transcript'],
      ['b', 'checking'],
    ]);
  });

  test('puts what never left into the composer of a new chat', () => {
    const over = after(
      states.chat,
      send('a', 'One'),
      send('b', 'Two'),
      { type: 'endRequested' },
      { type: 'restartRequested' },
    );
    expect(over.state.draft.text).toBe('Two');
    expect(over.state.outbox).toEqual([]);
  });
});
